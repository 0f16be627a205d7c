import re

import pytest

from gatepost.policy.controls.table import CONTROLS
from gatepost.publishing.actions import pictures
from gatepost.publishing.asking import assess_post
from gatepost.publishing.findings import findings
from gatepost.publishing.wording import DEFAULT, FOUND, NEVER_WHICH, TITLES, shortened, ticks, title, what
from gatepost.screening.findings import SETTLED
from tests.cast import AT, Cast, cast, draft, jpeg

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
