"""Whether enough people administer an account, by the advice, by the policy, and by the register itself."""

from dataclasses import replace

import pytest

from gatepost.channels.demands import Demand
from gatepost.channels.headcount import headcount
from gatepost.channels.models import Administrator, Channel
from gatepost.channels.standing import standing
from tests.cast import AT

CLAUSE = Demand(kind="administrators", source="hillside", ref="hillside.2", strength="must", says="Three of them.",
                binding=True, months=3, ours=False, most=6, least=3)  # fmt: skip


def stands(count, *, asked=(), **said):
    """An account with so many administrators."""
    channel = Channel(**{"platform": "facebook", "name": "Brookfield", "opened_on": AT.date(), **said})
    admins = [Administrator(channel=channel) for _ in range(count)]
    return standing(channel, policies=(), asked=asked, admins=admins, latest=(), left_at=None, on=AT.date())


@pytest.mark.parametrize(
    ("count", "asked", "said", "says"),
    [
        (0, (), {}, "Nobody is named as administrator."), (1, (), {}, "Only one administrator."), (2, (), {}, ""),
        (2, (CLAUSE,), {}, "2 administrators: our policy asks for at least 3 (hillside.2)."), (3, (CLAUSE,), {}, ""),
        (1, (replace(CLAUSE, least=1),), {}, "Only one administrator."), (2, (), {"most_admins": 2}, ""),
        (2, (), {"most_admins": 1}, "2 administrators, and the register says at most 1."),
    ],
)  # fmt: skip
def test_too_few_and_too_many_are_said(count, asked, said, says):
    assert headcount(stands(count, asked=asked, **said)).says == says


@pytest.mark.parametrize("said", [{"kind": "associated"}, {"platform": "whatsapp", "kind": "group"}])
def test_nobody_is_asked_to_administer_what_the_school_does_not_run(said):
    assert headcount(stands(0, **said)) is None


@pytest.mark.parametrize(("count", "lapses"), [(0, False), (2, True), (3, False), (6, False), (7, True)])
def test_fewer_than_the_policy_asks_for_is_as_out_of_order_as_more_than_it_allows(count, lapses):
    found = stands(count, asked=(CLAUSE,))
    assert bool(found.lapses) is lapses
