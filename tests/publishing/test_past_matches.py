"""What speaks against an earlier post, as it holds at the moment."""

from datetime import timedelta

import pytest

from gatepost.consents.actions import answers, pupils
from gatepost.publishing.actions import past_posts
from gatepost.publishing.models import PastPost
from tests.cast import AT, Cast, by_system, cast
from tests.publishing.looking_back import added, begun, decided, leaver, one, standing

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> Cast:
    return cast()


def found(people: Cast, post: PastPost) -> list[str]:
    return [mark.kind for mark in standing(people, post.campaign).rows[0].marks]


def said(people: Cast, **shown) -> PastPost:
    post = one(people, shown.pop("text", ""))
    PastPost.objects.of(people.school).filter(pk=post.pk).update(**shown)
    return post


NAMED = {
    "a pupil who can't be named": ("Well done, Zofia Nowak.", ["cannot", "unknown"]),
    "only their surname": ("Thank you to Mr Nowak and family.", ["unknown"]),
    "nobody": ("Sports day was sunny.", ["unknown"]),
    "a word that is no name here": ("We picked olives.", ["unknown"]),
}


@pytest.mark.parametrize(("text", "kinds"), NAMED.values(), ids=NAMED)
def test_names_in_the_words_are_matched_against_the_roll(people, text, kinds):
    assert found(people, one(people, text)) == kinds


def test_a_pupil_who_has_left_is_told_apart(people):
    leaver(people)
    assert found(people, one(people, "Rosalie Thackeray sang the solo.")) == ["leaver", "unknown"]


def test_a_name_that_several_share_is_asked_about(people):
    twin = {"legal_first": "Zofia", "legal_last": "Nowak", "year": 6}
    pupils.add([twin], school=people.school, **by_system)
    assert found(people, one(people, "Well done, Zofia Nowak.")) == ["doubt", "unknown"]


def test_a_recognisable_face_in_public_is_a_risk_by_the_policy(people):
    post = one(people)
    past_posts.describe(post, seat=people.head, shows="recognisable", pupils=[people.oliver.pk], nobody=False, at=AT)
    assert found(people, post) == ["risk"]


@pytest.mark.parametrize("shows", ["no_picture", "no_people", "back_or_distance", "hands_or_work", "blurred"])
def test_a_picture_within_the_rules_is_none(people, shows):
    assert found(people, said(people, shows=shows, people_said=True)) == []


def test_a_permission_that_is_taken_back_is_seen_the_next_time_that_the_list_is_opened(people):
    campaign = begun(people)
    post = added(campaign, people.head, "")[0]
    decided(post, people.head, "keep", shows="back_or_distance", pupils=(people.oliver.pk,))
    assert standing(people, campaign).progress.percent == 100
    answers.record(people.oliver, element="photo", tier="social", state="withdrawn", given_by="parent", **by_system)
    again = standing(people, campaign)
    assert ([row.again for row in again.rows], again.progress.percent) == ([True], 0)


def test_what_was_known_when_it_was_kept_does_not_come_back(people):
    campaign = begun(people)
    post = added(campaign, people.head, "Well done, Zofia Nowak.")[0]
    decided(post, people.head, "keep", shows="no_picture", reason="Another Zofia.")
    assert standing(people, campaign).progress.left == ""


STATES = (
    {},
    {"state": "refused"},
    {"state": "withdrawn"},
    {"state": "granted", "expires_on": AT.date() - timedelta(7)},
)


@pytest.mark.parametrize("answer", STATES, ids=["unanswered", "refused", "withdrawn", "expired"])
def test_why_somebody_cannot_be_shown_makes_no_difference(people, answer):
    if answer:
        given = AT - timedelta(days=300)
        answers.record(people.zofia, element="name", tier="social", given_by="parent", given_at=given,
                       **answer, **by_system)  # fmt: skip
    row = standing(people, one(people, "Well done, Zofia Nowak.").campaign).rows[0]
    assert [(mark.key, mark.words) for mark in row.against] == [
        (f"cannot:{people.zofia.pk}", "Somebody in it can’t be shown")
    ]
