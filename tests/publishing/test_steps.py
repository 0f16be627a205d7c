"""Who must agree, and what nobody else can answer for the author."""

import pytest

from gatepost import library
from gatepost.publishing.asking import assess_post
from gatepost.publishing.steps import steps, still_open
from tests.cast import AT, cast, draft

ASKED = {"southport": "an approver", "littleover": "an approver", "everyone-matters": "the line manager"}
"""Whom a policy names. Where it names nobody, one other person who signs off posts is asked."""


@pytest.mark.django_db
@pytest.mark.parametrize("policy", library.IDS)
def test_each_policy_asks_whom_it_names(policy):
    wanted = steps(assess_post(draft(cast(policy=policy)), at=AT))
    assert [(step.name, bool(step.clauses)) for step in wanted] == [(ASKED.get(policy, "an approver"), policy in ASKED)]


@pytest.mark.django_db
@pytest.mark.parametrize("policy", library.IDS)
def test_what_an_approval_settles_is_not_asked_of_the_author(policy):
    assessment = assess_post(draft(cast(policy=policy)), at=AT)
    assert still_open(assessment, steps(assessment)) == ()


@pytest.mark.django_db
def test_what_an_approval_does_not_settle_is_asked():
    people = cast(policy="southport")
    post = draft(people)
    post.other_ways = []
    assessment = assess_post(post, at=AT)
    assert still_open(assessment, steps(assessment)) == ("other_channels",)


@pytest.mark.django_db
def test_a_picture_from_ones_own_phone_is_the_managers_to_allow_and_not_the_authors():
    people = cast(policy="everyone-matters")
    post = draft(people, shown=(people.oliver,), capture_device="personal_device")
    post.said = {"manager_permission": True}
    wanted = steps(assess_post(post, at=AT))
    assert [step.name for step in wanted] == ["the line manager"]
    assert "manager_permission" not in still_open(assess_post(post, at=AT), wanted)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "said", [{"working_hours": False}, {"manager_permission": True}, {"approved_by": ["headteacher"]}]
)
def test_no_word_of_the_authors_takes_an_approval_away(said):
    people = cast(policy="everyone-matters")
    post = draft(people)
    post.said = said
    assert [step.name for step in steps(assess_post(post, at=AT))] == ["the line manager"]
