from datetime import timedelta

import pytest

from gatepost.publishing.actions import signoff
from gatepost.publishing.asking import assess_version
from gatepost.publishing.checks import can_sign_off
from gatepost.publishing.queue import queue, rows, waiting_of
from gatepost.schools.queries import seat
from tests.cast import AT, Cast, add_person, cast, draft, waiting
from tests.config.test_queries import copies

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> Cast:
    return cast()


def test_a_version_is_the_approvers_move(people):
    waiting(people)
    (row,) = rows(people.ben, queue(people.ben).order)
    assert (row.mine is not None, row.holders) == (True, "an approver")


def test_the_author_is_told_that_somebody_else_signs(people):
    version = waiting(people)
    row = waiting_of(version, people.amara)
    assert (row.mine, row.why) == (None, "You wrote this, so somebody else signs it off.")


def test_whoever_may_sign_nothing_is_told_so(people):
    governor = seat(add_person(people.school, "Gwen Hughes", "governor"), people.school, at=AT)
    assert "can’t sign off posts" in waiting_of(waiting(people), governor).why


def test_the_longest_wait_comes_first(people):
    late = signoff.send(draft(people), seat=people.amara, at=AT + timedelta(hours=1))
    early = waiting(people)
    assert queue(people.ben).order == (early.pk, late.pk)


def test_what_one_may_sign_comes_before_what_one_wrote(people):
    own = waiting(people)
    other = waiting(people)
    other.post.__class__.objects.of(people.school).filter(pk=other.post_id).update(author=people.head.person)
    other.__class__.objects.of(people.school).filter(pk=other.pk).update(sent_by=people.head.person)
    assert queue(people.ben).order == (own.pk, other.pk)
    assert (queue(people.head).order, queue(people.head).mine) == ((own.pk, other.pk), 1)


def test_dev_has_nothing_of_ours_in_the_queue(people):
    waiting(people)
    assert queue(people.dev).order == ()


def test_the_queue_costs_two_queries_however_much_waits(people, django_assert_num_queries):
    for _ in range(3):
        waiting(people)
    with django_assert_num_queries(2):
        queue(people.ben)


def test_the_rows_of_a_page_cost_two_queries(people, django_assert_num_queries):
    waiting(people, text="Beans")
    waiting(people, text="Peas")
    order = queue(people.ben).order
    with django_assert_num_queries(2):
        assert [row.version.title for row in rows(people.ben, order)] == ["Beans", "Peas"]


def test_the_rows_of_another_school_are_not_to_be_had_by_their_ids(people):
    assert rows(people.dev, [waiting(people).pk]) == []


@pytest.mark.parametrize("policy", ["southport", "north-star", "true-learning", "littleover", "everyone-matters"])
def test_the_rank_is_what_the_page_of_the_version_says(policy):
    """Whoever looks, and whichever approvals are given already."""
    people = cast(policy=policy)
    face = waiting(people, shown=(people.oliver,), face_shown="recognisable", reason="First prize")
    plain = waiting(people)
    for version in (face, plain):
        if can_sign_off(version, people.ben):
            yes = {question.key: "yes" for question in assess_version(version, at=AT).questions()}
            signoff.approve(version, seat=people.ben, seen=version.digest, answers=yes, at=AT)
    for who in (people.amara, people.ben, people.carys, people.head):
        ranked = queue(who)
        told = [row.mine is not None for row in rows(who, ranked.order)]
        assert told == [place < ranked.mine for place in range(len(ranked.order))]


def test_a_thousand_that_wait_are_ranked_without_building_a_row(people, django_assert_num_queries):
    version = waiting(people)
    posts = copies(version.post, 1_000)
    copies(version, 1_000, post_id=lambda n: posts[n].pk)
    with django_assert_num_queries(2):
        ranked = queue(people.ben)
    assert (len(ranked.order), ranked.mine) == (1_001, 1_001)
