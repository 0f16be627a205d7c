"""A trip card says who can be photographed and never why, ends by itself, and leaves no name in the record."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from gatepost.audit.models import Event
from gatepost.channels.actions import register
from gatepost.consents.actions import answers
from gatepost.consents.models import Pupil
from gatepost.consents.trip_card import labelled
from gatepost.publishing.actions import withdrawals
from tests import cast
from tests.cast import by_system

pytestmark = pytest.mark.django_db
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
FRIDAY = (timezone.localdate() + timedelta(days=3)).isoformat()


@pytest.fixture
def school():
    return cast.cast()


@pytest.fixture
def amara(school):
    client = Client()
    client.force_login(school.amara.person, backend=BACKEND)
    return client


def make(client, **chosen):
    form = {"class": "4JM", "whole": "yes", "until": FRIDAY, "named_by": "first", "title": "Museum", **chosen}
    return client.post("/brookfield/trip-card/make/", form)


def marks(page):
    """The label and the mark of each row."""
    rows = re.findall(r'<th scope="row">(.*?)</th><td[^>]*>(.*?)</td>', page.content.decode(), re.DOTALL)
    return {label: re.sub(r"<[^>]+>", "", mark).strip() for label, mark in rows}


def test_each_pupil_can_can_in_school_only_or_cannot(school, amara):
    answers.record(school.zofia, element="photo", tier="in_school", state="granted", given_by="parent", **by_system)
    assert marks(make(amara)) == {"Oliver": "Can", "Zofia": "In school only"}


@pytest.mark.parametrize(("picture", "work", "says"), [
    ("granted", "granted", ["Can", "Can"]), ("granted", "refused", ["Can", "No"]), ("granted", "", ["Can", "No"]),
    ("refused", "granted", ["No", "No"]),
])  # fmt: skip
def test_hands_or_work_alone_take_a_yes_to_both(school, amara, picture, work, says):
    for element, state in (("photo", picture), ("work", work)):
        if state:
            answers.record(school.oliver, element=element, tier="social", state=state, given_by="parent", **by_system)
    row = re.search(r"Oliver</th>(.*?)</tr>", make(amara).content.decode(), re.DOTALL)[1]
    assert [re.sub(r"<[^>]+>", "", cell).strip() for cell in row.split("</td><td>")] == says


@pytest.mark.parametrize("why", ["refused", "objected", "expired", "unknown", "flagged"])
def test_why_somebody_cannot_be_shown_makes_no_difference(school, amara, why):
    unanswered = marks(make(amara))["Zofia"]
    if why == "flagged":
        withdrawals.set_flag(school.zofia, reason="A reason.", seat=school.carys, at=cast.AT)
    else:
        state = "granted" if why == "expired" else why
        day = cast.AT.date() if why == "expired" else None
        answers.record(school.zofia, element="photo", tier="social", state=state, given_by="parent", expires_on=day,
                       **by_system)  # fmt: skip
    page = make(amara)
    assert (marks(page)["Zofia"], unanswered) == ("No", "No")
    assert "A reason" not in page.content.decode()


def test_the_file_loads_nothing_and_has_an_end(school, amara):
    found = make(amara, **{"as": "file"})
    text = found.content.decode()
    assert "attachment" in found["Content-Disposition"]
    assert re.findall(r"(?:src|href|url\(|@import|fetch)", text) == []
    assert re.search(r"Date\.now\(\) < \d{13}", text)


def test_the_file_says_where_scripts_do_not_run_that_it_cannot_end_by_itself(school, amara):
    text = make(amara, **{"as": "file"}).content.decode()
    assert "the card cannot end by itself" in text.partition("<noscript>")[2].partition("</noscript>")[0]


def test_the_record_counts_and_names_nobody(school, amara):
    make(amara)
    event = Event.objects.get(kind="tripcard.made")
    assert (event.facts["count"], event.facts["class"]) == (2, "4JM")
    assert "Oliver" not in str(event.facts)


def test_some_of_the_class_can_be_chosen(school, amara):
    assert set(marks(make(amara, whole="", pupil=[school.zofia.pk]))) == {"Zofia"}


def test_a_team_of_several_classes_is_one_card(school, amara):
    Pupil.objects.of(school.school).filter(pk=school.zofia.pk).update(class_name="5K")
    opened = amara.get("/brookfield/trip-card/?class=4JM&class=5K").content.decode()
    page = make(amara, **{"class": ["4JM", "5K"], "whole": "", "pupil": [school.oliver.pk, school.zofia.pk]})
    facts = Event.objects.get(kind="tripcard.made").facts
    assert ("Oliver Hartley, 4JM" in opened, "Zofia Nowak, 5K" in opened) == (True, True)
    assert (set(marks(page)), facts["class"], facts["count"]) == ({"Oliver", "Zofia"}, "a list", 2)


def test_a_pupil_of_a_class_that_was_not_opened_is_on_no_card(school, amara):
    Pupil.objects.of(school.school).filter(pk=school.zofia.pk).update(class_name="5K")
    assert make(amara, whole="", pupil=[school.zofia.pk]).status_code == 422


def test_whoever_is_ticked_beside_the_whole_class_is_alone_on_the_card(school, amara):
    assert set(marks(make(amara, whole="yes", pupil=[school.zofia.pk]))) == {"Zofia"}


@pytest.mark.parametrize("platform", ["facebook", "tiktok"])
def test_a_no_to_one_platform_is_no_can_on_a_card_that_knows_no_platform(school, amara, platform):
    answers.record(school.oliver, element="photo", tier="social", platform=platform, state="refused",
                   given_by="parent", **by_system)  # fmt: skip
    assert marks(make(amara))["Oliver"] == "No"


def test_a_school_that_posts_on_its_website_says_can_only_of_whoever_may_be_there_too(school, amara):
    before = marks(make(amara))["Oliver"]
    register.open_channel(school.school, platform="website", name="Brookfield Primary", **by_system)
    unasked = marks(make(amara))["Oliver"]
    answers.record(school.oliver, element="photo", tier="web", state="granted", given_by="parent", **by_system)
    assert [before, unasked, marks(make(amara))["Oliver"]] == ["Can", "No", "Can"]


BROKEN = {
    "a pupil in another alphabet": ({"whole": "", "pupil": "²"}, "Tick pupils of this class"),
    "a pupil of 25 digits": ({"whole": "", "pupil": "9" * 25}, "Tick pupils of this class"),
    "nobody": ({"whole": ""}, "tick at least one pupil"),
    "a day that is none": ({"until": "2026-13-45"}, "Write the last day of the trip"),
    "no day": ({"until": ""}, "Write the last day of the trip"),
    "a class that is none": ({"class": "Zofia Nowak must not be shown"}, "There is no such class"),
    "a class without end": ({"class": "4" * 100_000}, "There is no such class"),
    "names of no kind": ({"named_by": "nicknames"}, "Choose first names or initials"),
    "a title without end": ({"title": "x" * 81}, "under 80 letters"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_what_no_card_can_be_made_of_is_told_in_a_sentence_and_leaves_nothing_in_the_record(school, amara, case):
    changed, sentence = BROKEN[case]
    page = make(amara, **changed)
    assert (page.status_code, sentence in page.content.decode()) == (422, True)
    assert not Event.objects.filter(kind="tripcard.made").exists()


def test_who_was_ticked_is_ticked_still_after_a_refusal(school, amara):
    page = make(amara, whole="", pupil=[school.zofia.pk], until="").content.decode()
    assert re.findall(r'name="pupil" value="(\d+)" checked', page) == [str(school.zofia.pk)]


@pytest.mark.parametrize("days", [-1, 15])
def test_a_day_that_cannot_be_right_is_refused_and_nothing_is_lost(school, amara, days):
    page = make(amara, until=(timezone.localdate() + timedelta(days=days)).isoformat(), title="Farm")
    assert (page.status_code, 'value="Farm"' in page.content.decode()) == (422, True)


def test_a_pupil_of_another_school_is_on_no_card_of_ours(school, amara):
    far = Pupil.objects.of(school.other).create(
        school=school.other, legal_first="Nia", legal_last="Bell", class_name="4JM", changed_at=cast.AT
    )
    assert make(amara, whole="", pupil=[far.pk]).status_code == 422


def test_as_little_of_the_names_as_tells_them_apart():
    people = [Pupil(pk=n, legal_first=first, legal_last=last) for n, (first, last) in enumerate(
        [("Ava", "Bell"), ("Ava", "Cole"), ("Ben", "Bell"), ("Bo", "Bell")])]  # fmt: skip
    assert list(labelled(people, named_by="first").values()) == ["Ben", "Bo", "Ava B.", "Ava C."]
    assert set(labelled(people, named_by="initials").values()) == {"A. B.", "A. C.", "Ben B.", "Bo B."}
