import re

import pytest

from gatepost.audit.actor import SYSTEM
from gatepost.consents.actions import answers
from gatepost.policy.controls.table import CONTROLS
from gatepost.publishing.actions import pictures
from gatepost.publishing.asking import assess_post
from gatepost.publishing.desk import desk_of
from gatepost.publishing.findings import findings
from gatepost.publishing.models import Post
from gatepost.publishing.wording import DEFAULT, FOUND, NEVER_WHICH, TITLES, shortened, ticks, title, what
from gatepost.screening.findings import SETTLED
from tests.cast import AT, Cast, cast, draft, jpeg
from tests.publishing.pictures.seeing import BADGE, looked, seen

POST = [name for name, control in CONTROLS.items() if "post" in control.kinds]
SLUG = re.compile(r"[a-z]_[a-z]|\[\d|\w\.\w*[a-z]_|=")
"""What a fact's path or a slug looks like, and a sentence does not."""


@pytest.fixture
def people() -> Cast:
    return cast()


def said(people: Cast, **of_draft) -> list[tuple[str, str]]:
    assessment = assess_post(draft(people, **of_draft), at=AT)
    return [(title(one, assessment), what(one, assessment)) for one in findings(assessment)]


def test_every_control_that_can_speak_about_a_post_has_a_title():
    assert [name for name in POST if name not in TITLES] == []


def test_every_title_is_for_a_control_that_there_is():
    assert [name for name in TITLES if name not in POST] == []


def test_everything_that_a_detector_may_find_has_a_title():
    types = {found for _, _, _, types in SETTLED for found in types} | {"future_place_time", "addressed_to"}
    assert sorted(types - FOUND.keys()) == []


@pytest.mark.parametrize("line", [*TITLES.values(), *FOUND.values(), DEFAULT])
def test_a_title_is_a_sentence_that_a_parent_would_know(line):
    assert not SLUG.search(line)
    assert line[0].isupper()
    assert not line.endswith(".")


@pytest.mark.django_db
def test_whoever_cannot_be_shown_is_told_in_one_sentence(people):
    ((head, body),) = said(people, shown=(people.zofia,))
    assert head == "Zofia can’t be shown here"
    assert body == f"The picture. {NEVER_WHICH}"


@pytest.mark.django_db
def test_whoever_cannot_be_named_is_told_the_same(people):
    lines = dict(said(people, text="Well done to Zofia Nowak."))
    assert lines["Zofia can’t be named here"] == f"Your words: “Zofia Nowak”. {NEVER_WHICH}"


@pytest.mark.django_db
@pytest.mark.parametrize("policy", ["southport", "north-star", "true-learning", "littleover", "everyone-matters"])
def test_no_slug_and_no_path_reaches_the_page(policy):
    people = cast(policy=policy)
    text = "Oliver Hartley won! Ring 07700 900118, write to a@b.example. We are the best school. Vote Labour."
    shown = {"shown": (people.oliver, people.zofia), "face_shown": "recognisable", "names_visible": "full"}
    lines = said(people, text=text, capture_device="personal_device", **shown)
    assert len(lines) > 4
    # What stands in quotation marks is the author's.
    assert [line for pair in lines for line in pair if SLUG.search(re.sub("“.*?”", "", line))] == []


@pytest.mark.django_db
def test_what_is_clear_is_ticked_and_whoever_cannot_be_shown_is_not(people):
    post = draft(people, shown=(people.oliver, people.zofia))
    lawful = ticks(assess_post(post, at=AT), "lawful")
    assert lawful[0] == "Oliver can be shown"
    assert not any("Zofia" in line for line in lawful)


@pytest.mark.django_db
def test_nobody_is_not_said_to_be_shown_while_it_is_unsaid_who_is_in_a_picture(people):
    post = draft(people)
    assert "Nobody is shown or named" in ticks(assess_post(post, at=AT), "lawful")
    pictures.add(post, data=jpeg(), name="", seat=people.amara, at=AT)
    assert "Nobody is shown or named" not in ticks(assess_post(post, at=AT), "lawful")


@pytest.mark.django_db
def test_a_tick_names_the_schools_own_clause(people):
    assert "You’re on the list of people who post here (3.p1)" in ticks(assess_post(draft(people), at=AT), "allowed")


def test_long_words_are_shortened_on_one_line():
    assert shortened("a\n\nb") == "a b"
    assert shortened("a" * 90) == "a" * 79 + "…"


@pytest.fixture
def certificate(people, settings, monkeypatch):
    """A post that names Oliver by his first name beside his face, with his full name on a certificate."""
    it = draft(people, text="Oliver had a good day.", shown=(people.oliver, people.zofia), face_shown="recognisable")
    picture = looked(monkeypatch, settings, people, it, seen(faces=(), words=[(BADGE, "Oliver Hartley")]))
    pictures.describe(picture, pupils=[], alt_text="A certificate", face_shown="no_people", seat=people.amara, at=AT)
    return desk_of(assess_post(Post.objects.of(people.school).get(pk=it.pk), at=AT), contacts=())


@pytest.mark.django_db
def test_a_name_that_only_a_picture_gives_in_full_is_said_to_be_in_the_picture(certificate):
    about = [one for one in certificate.shown if "Oliver" in one.what]
    assert [one.what.partition(". ")[0] for one in about] == ["In picture 2: “Oliver Hartley”"] * len(about)
    assert {one.title for one in about} >= {"Oliver can’t be named here", "A full name can be read in picture 2"}


@pytest.mark.django_db
def test_a_name_in_a_picture_leads_to_the_picture_and_asks_no_reason_for_a_face(certificate):
    labels = [remedy.label for one in certificate.shown if "Oliver" in one.what for remedy in one.remedies]
    assert "Blur the name in picture 2" in labels
    assert not any("recognisable" in label or "words" in label for label in labels)


@pytest.mark.django_db
def test_a_name_in_a_picture_is_one_thing_to_put_right_however_many_clauses_speak_of_it(certificate):
    first, *others = [one for one in certificate.shown if "Oliver" in one.what]
    assert [one.what.endswith(f"It is what finding {first.finding.number} is about: covering it puts both right.")
            for one in others] == [True] * len(others)  # fmt: skip
    assert sum("Oliver" in one.what for one in certificate.to_put_right) == 1


@pytest.mark.django_db
def test_nobody_is_said_to_be_nameable_whom_the_post_does_not_name(people, settings, monkeypatch):
    for element in ("photo", "name", "full_name"):
        answers.record(people.zofia, element=element, tier="social", state="granted", given_by="parent",
                       by=SYSTEM, at=AT)  # fmt: skip
    it = draft(people, shown=(people.zofia,))
    looked(monkeypatch, settings, people, it, seen(faces=(), words=[(BADGE, "Oliver Hartley")]))
    lawful = ticks(assess_post(Post.objects.of(people.school).get(pk=it.pk), at=AT), "lawful")
    assert "Zofia can be shown" in lawful
    assert not any("named" in line for line in lawful)


@pytest.mark.django_db
def test_a_name_that_the_words_give_in_full_is_still_said_to_be_in_the_words(people, settings, monkeypatch):
    it = draft(people, text="Zofia Nowak won.")
    looked(monkeypatch, settings, people, it, seen(faces=(), words=[(BADGE, "Zofia Nowak")]))
    assessment = assess_post(Post.objects.of(people.school).get(pk=it.pk), at=AT)
    said = {title(one, assessment): what(one, assessment) for one in findings(assessment)}
    assert said["Zofia can’t be named here"].startswith("Your words: “Zofia Nowak”.")
