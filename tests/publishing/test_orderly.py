"""What keeps a post from going out on its accounts."""

from datetime import timedelta

import pytest

from gatepost.channels.actions import closing, looking
from gatepost.publishing.orderly import account_now, troubles
from tests.cast import AT, cast, waiting

pytestmark = pytest.mark.django_db


def test_where_all_is_in_order_nothing_is_said():
    assert troubles(waiting(cast()), at=AT) == ()


NOT_NOW = (
    "Nothing can be posted on Brookfield Primary on Facebook now. Two-step sign-in: not in order. "
    "The policy asks for it (3.p5)."
)


@pytest.mark.parametrize(
    ("policy", "said"),
    [
        ("southport", (NOT_NOW,)),
        ("true-learning", ()),  # advice alone
        ("north-star", ()),  # nothing is said of it
    ],
)
def test_what_is_out_of_order_is_said_where_the_policy_demands_it(policy, said):
    people = cast(policy=policy)
    version = waiting(people)
    looking.record_check(people.channel, kind="mfa", found="not_in_order", seat=people.head, at=AT + timedelta(hours=1))
    assert troubles(version, at=AT + timedelta(hours=2)) == said


@pytest.mark.parametrize(("policy", "ref"), [("southport", "2.official.b6"), ("north-star", None)])
def test_what_a_clause_asks_for_and_posting_goes_on_without_is_told_to_whoever_posts(policy, ref):
    people = cast(policy=policy)
    looking.record_check(
        people.channel, kind="privacy_notice", found="not_in_order", seat=people.head, at=AT + timedelta(hours=1)
    )
    now = account_now(people.school, people.channel.pk, at=AT + timedelta(hours=2))
    told = {one.says: one.demand.ref for one in now.lapses}
    assert (now.stop, told.get("Privacy notice: not in order.")) == ("", ref)


def test_an_account_that_is_being_closed_is_said_to_be_where_its_posts_wait():
    people = cast()
    version = waiting(people)
    closing.choose_day(people.channel, closing_on=AT.date(), by=people.head.actor, at=AT)
    told = "Nothing is posted on Brookfield Primary on Facebook since 20 November 2026: it is being closed."
    assert troubles(version, at=AT + timedelta(hours=2)) == (told,)
