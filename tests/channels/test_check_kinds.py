"""What is looked at on an account is what the policy in force asks for, as strongly as it asks."""

import pytest

from gatepost import library
from gatepost.channels.demands import demands
from gatepost.channels.models import Channel, Check
from gatepost.channels.standing import standing
from tests.cast import AT

ADVISED = {"reset_protection": "guide.reset.p1", "password_form": "guide.password.p1"}


def of(policy, *found):
    policies = (library.compiled(policy),)
    channel = Channel(platform="facebook", name="Brookfield Primary", opened_on=AT.date(), authorised=True)
    latest = [Check(kind=kind, found=what, checked_at=AT) for kind, what in found]
    return standing(channel, policies=policies, asked=demands(policies), admins=(), latest=latest, left_at=None,
                    on=AT.date())  # fmt: skip


@pytest.mark.parametrize(
    ("policy", "asked"),
    [("true-learning", ADVISED), ("southport", {}), ("littleover", {}), ("north-star", {}), ("everyone-matters", {})],
)
def test_a_password_and_its_reset_are_looked_at_where_the_policy_says_so(policy, asked):
    found = of(policy)
    assert {one.kind: one.ref for one in found.demands if one.kind in ADVISED} == asked
    assert {one.look.kind for one in found.lapses} & ADVISED.keys() == asked.keys()


@pytest.mark.parametrize("kind", ADVISED)
@pytest.mark.parametrize(("what", "lapsed"), [("in_order", False), ("not_in_order", True)])
def test_advice_that_nobody_followed_is_told_and_stops_nothing(kind, what, lapsed):
    found = of("true-learning", (kind, what))
    assert (kind in {one.look.kind for one in found.lapses}) is lapsed
    assert (found.stops, found.is_official) == ((), True)
