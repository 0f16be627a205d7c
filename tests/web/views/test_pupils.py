"""Pupils on the pages: can or can't for who may, the answers for the DSL and the DPO, the flag for the DSL alone."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from gatepost.audit.models import Event
from gatepost.consents.actions import answers, contacts, flags, wordings
from gatepost.consents.effective import looked_up
from gatepost.consents.models import Answer, Flag, Importing
from gatepost.duties.models import Duty
from gatepost.publishing.actions import takedowns
from gatepost.publishing.models import Delivery
from gatepost.schools.queries import seat
from tests import cast
from tests.cast import AT, by_system
from tests.web.visits import visitor

pytestmark = pytest.mark.django_db
FORM = {"tier": "social", "platform": "", "about_photo": "refused", "giver": "parent", "method": "paper",
        "given_on": "2026-11-20"}  # fmt: skip


@pytest.fixture
def people():
    """The cast."""
    return cast.cast()


def office(people):
    """Somebody in the office."""
    return seat(cast.add_person(people.school, "Opal Reed", "office"), people.school, at=AT)


def opened(client, who, name, pupil=None, **said):
    """A page as somebody sees it."""
    client.force_login(who.person)
    more = {} if pupil is None else {"pupil": pupil.pk}
    return client.get(reverse(name, kwargs={"school": "brookfield", **more}), said)


def sent(client, who, name, pupil, **said):
    """What a form answers."""
    client.force_login(who.person)
    return client.post(reverse(name, kwargs={"school": "brookfield", "pupil": pupil.pk}), said)


def text(found):
    """The words of a page."""
    return found.content.decode()


def test_the_roll_is_searched_by_name_and_class(client, people):
    every, one = (text(opened(client, people.amara, "pupils", words=words)) for words in ("", "nowak"))
    assert ("Hartley, Oliver" in every, "Hartley, Oliver" in one, "Nowak, Zofia" in one) == (True, False, True)


def test_who_cannot_be_shown_in_a_class_stands_there_by_name_alone(client, people):
    answers.record(people.zofia, element="photo", tier="social", state="refused", given_by="parent", **by_system)
    found = text(opened(client, people.amara, "pupils_cannot", **{"class": "4JM"}))
    assert ("Zofia Nowak" in found, "Oliver" in found, "refused" in found) == (True, False, False)


def test_a_no_to_the_schools_own_platform_stands_on_every_page_about_pupils(client, people):
    answers.record(people.oliver, element="photo", tier="social", platform="facebook", state="refused",
                   given_by="parent", **by_system)  # fmt: skip
    cannot = text(opened(client, people.amara, "pupils_cannot", **{"class": "4JM"}))
    page = text(opened(client, people.amara, "pupil", people.oliver))
    rows = [row.split("</td>")[0] for row in page.split('<th scope="row">') if row.startswith(("Public", "Facebook"))]
    assert "Oliver" in cannot
    assert ["Nothing" in row for row in rows] == [True, True]


def test_what_holds_on_every_platform_is_told_from_what_holds_on_one(client, people):
    answers.record(people.oliver, element="photo", tier="social", platform="instagram", state="refused",
                   given_by="parent", **by_system)  # fmt: skip
    page = text(opened(client, people.amara, "pupil", people.oliver))
    rows = {row.split("</th>")[0]: row.split("</td>")[0] for row in page.split('<th scope="row">')}
    assert "Nothing" in rows["Public social media, on every platform"]
    assert "A picture" in rows["Facebook"]
    assert "What holds on one platform alone stands in the row of that platform." in page


def test_every_look_at_a_pupil_is_on_the_record(client, people):
    opened(client, people.amara, "pupil", people.oliver)
    event = Event.objects.order_by("-number").first()
    assert (event.kind, event.actor_ref) == ("pupil.looked_at", str(people.amara.person.pk))


@pytest.mark.parametrize(("path", "count"), [
    ("", [2]), ("?words=Oliver", [1]), ("?words=Nobody", []), ("cannot/?class=4JM", [2]), ("cannot/", []),
])  # fmt: skip
def test_every_look_through_a_list_is_on_the_record_with_how_many_and_no_name(people, path, count):
    visitor(people.amara).get(f"/brookfield/pupils/{path}")
    rows = Event.objects.filter(kind="pupil.looked_through", actor_ref=str(people.amara.person.pk))
    assert [event.facts for event in rows] == [{"count": one} for one in count]


@pytest.mark.parametrize(("who", "answered", "flag"), [
    ("amara", False, False), ("head", False, False), ("carys", True, True),
])  # fmt: skip
def test_the_answers_and_the_flag_are_for_those_who_may_read_them(client, people, who, answered, flag):
    flags.set_flag(people.oliver, reason="A court has said so.", seat=people.carys, at=AT)
    found = text(opened(client, getattr(people, who), "pupil", people.oliver))
    assert ("What was answered" in found, "A court has said so." in found) == (answered, flag)


def test_the_dpo_reads_the_answers_and_no_flag(client, people):
    flags.set_flag(people.oliver, reason="A court has said so.", seat=people.carys, at=AT)
    dpo = seat(cast.add_person(people.school, "Dara Quinn", "dpo"), people.school, at=AT)
    found = text(opened(client, dpo, "pupil", people.oliver))
    assert ("What was answered" in found, "A court" in found, "Do not show" in found) == (True, False, False)


def test_a_form_that_came_back_is_recorded_and_stops_what_waits(client, people):
    waits = cast.ready(people, shown=(people.oliver,))
    found = sent(client, office(people), "pupil_answer", people.oliver, **FORM)
    last = Answer.objects.of(people.school).filter(pupil=people.oliver).last()
    assert (found.status_code, last.state, last.method) == (302, "refused", "paper")
    assert Delivery.objects.of(people.school).get(pk=waits.pk).status == "pulled"


def test_a_form_names_who_gave_it(client, people):
    mother = contacts.add(people.zofia, name="Ewa Nowak", relationship="Mother", **by_system)
    sent(client, office(people), "pupil_answer", people.zofia, **{**FORM, "giver": str(mother.pk)})
    last = Answer.objects.of(people.school).filter(pupil=people.zofia).last()
    assert (last.contact, last.given_by, last.relationship) == (mother, "parent", "Mother")


@pytest.mark.parametrize(("giver", "relationship", "lifted"), [
    ("parent", "Mum", True), ("parent", "mother", True), ("parent", "Father", False), ("parent", "", False),
    ("other", "Mother", False),
])  # fmt: skip
def test_what_a_nameless_mother_said_in_a_list_is_changed_by_the_mother_alone(
    client, people, giver, relationship, lifted
):
    in_a_list(people, people.oliver, relationship="Mother")
    sent(client, office(people), "pupil_answer", people.oliver,
         **{**FORM, "about_photo": "granted", "giver": giver, "relationship": relationship,
            "given_on": timezone.localdate().isoformat()})  # fmt: skip
    assert Answer.objects.of(people.school).filter(relationship=relationship, state="granted", given_by=giver).exists()
    held = looked_up(people.school, [people.oliver.pk], at=timezone.now())[1]["social"][people.oliver.pk]
    assert held.allows("photo") is lifted


def in_a_list(people, pupil, *, relationship):
    """A no that a list from the MIS brought, of a parent without a name."""
    by = people.head.actor
    brought = Importing.objects.create(school=people.school, kind="consents", file_name="list.csv", sha256="0" * 64,
                                       by_ref=by.ref, by_name=by.name, at=AT)  # fmt: skip
    answers.record(pupil, element="photo", tier="social", state="refused", given_by="parent", method="mis",
                   relationship=relationship, importing=brought, **by_system)  # fmt: skip


def test_no_two_texts_that_families_were_told_read_alike_in_the_form(client, people):
    for element in ("photo", "name", "photo"):
        wordings.publish(tier="social", element=element, text=f"About {element}.", seat=people.head, at=AT)
    found = text(opened(client, office(people), "pupil_answer", people.oliver))
    options = re.search(r'<select name="wording".*?</select>', found, re.S)[0]
    read = re.findall(r"<option[^>]*>([^<]*)", options)
    assert len({*read}) == len(read) == 4
    assert "Social media, the first name: version 1, used from 20 November 2026" in read


WRONG = {
    "nothing is said": ({"about_photo": ""}, "at least one thing"),
    "a day to come": ({"given_on": "2999-01-01"}, "still to come"),
    "it ran out before it was given": ({"expires_on": "2020-01-01"}, "before the date on the form"),
    "a platform of the website": ({"tier": "web", "platform": "facebook"}, "All of them"),
    "of nobody": ({"giver": ""}, "Say whose answer it is."),
    "a name for a relationship": ({"relationship": "Ewa Nowak"}, "This is a name."),
    "the pupil, who is a mother": ({"giver": "pupil", "relationship": "Mother"}, "the pupil’s own answer"),
    "of a parent of somebody else": ({"giver": "999"}, "Say whose answer it is."),
}


@pytest.mark.parametrize(("changed", "says"), WRONG.values(), ids=WRONG)
def test_a_form_that_cannot_be_recorded_comes_back_with_what_was_typed(client, people, changed, says):
    found = sent(client, office(people), "pupil_answer", people.zofia, **{**FORM, "evidence": "Page 12", **changed})
    assert (found.status_code, says in text(found), "Page 12" in text(found)) == (422, True, True)
    assert not Answer.objects.of(people.school).filter(pupil=people.zofia).exists()


def test_the_dsl_flags_a_pupil_and_ends_it(client, people):
    sent(client, people.carys, "pupil_flag", people.oliver, reason="A court has said so.")
    during = Flag.objects.of(people.school).filter(until__isnull=True).count()
    sent(client, people.carys, "pupil_flag_end", people.oliver)
    after = Flag.objects.of(people.school).filter(until__isnull=True).count()
    assert (during, after) == (1, 0)


def test_a_flag_without_a_reason_is_asked_for_again(client, people):
    found = sent(client, people.carys, "pupil_flag", people.oliver, reason=" ")
    assert (found.status_code, "Write why, in a few words." in text(found)) == (422, True)


def test_a_new_flag_asks_for_what_is_live_to_come_down(client, people):
    live = cast.published(people, shown=(people.oliver,))
    sent(client, people.carys, "pupil_flag", people.oliver, reason="A court has said so.")
    assert [task.about for task in Duty.objects.of(people.school).filter(kind=takedowns.KIND)] == [live.subject]


LOOKED_AT = ("pupil", "pupil_answer", "pupil_family", "pupil_contacts")


@pytest.mark.parametrize("name", LOOKED_AT)
def test_each_look_at_a_pupils_record_is_one_event_on_whichever_page(client, people, name):
    opened(client, people.head, name, people.oliver)
    found = Event.objects.filter(kind="pupil.looked_at", subject=f"pupil:{people.oliver.pk}")
    assert [event.actor_ref for event in found] == [people.head.actor.ref]
