"""What the policies in force demand of every official account, clause by clause. No database."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from gatepost.channels.check_kinds import CHECK_KINDS, KIND_OF_FACT
from gatepost.policy import CompiledPolicy
from gatepost.policy.compile import Instance
from gatepost.policy.controls.accounts import OfficialTest
from gatepost.policy.controls.register import StandingDuty
from gatepost.policy.document import Point

_EVERY: Final = re.compile(r"(\d+) (month|year)s?")


@dataclass(frozen=True, slots=True)
class Demand:
    """One clause that asks for one kind of check.

    `binding` is true for a duty and false for advice. `months` is how long a look holds: what the clause says, else
    what `check_kinds` says, and then `ours` is true. `most` and `least` are how many administrators, for
    `administrators`.
    """

    kind: str
    source: str
    ref: str
    strength: str
    says: str
    binding: bool
    months: int | None
    ours: bool
    most: int | None = None
    least: int = 1


def demands(policies: Sequence[CompiledPolicy]) -> tuple[Demand, ...]:
    """Return what these policies ask to be looked at, in the order of the clauses. Empty where they are silent."""
    return tuple(_demands(policies))


def _demands(policies: Sequence[CompiledPolicy]) -> Iterator[Demand]:
    for policy in policies:
        for instance in policy.by_kind["account"]:
            control = instance.control
            if isinstance(control, StandingDuty) and control.fact in KIND_OF_FACT:
                yield _demand(policy, instance, KIND_OF_FACT[control.fact], binding=control.undone == "required")
            elif isinstance(control, OfficialTest) and control.test == "limited_admins":
                asked = _demand(policy, instance, "administrators", binding=True)
                yield replace(asked, most=control.most_admins, least=control.least_admins)


def _demand(policy: CompiledPolicy, instance: Instance, kind: str, *, binding: bool) -> Demand:
    point = instance.point
    months = _interval(point)
    return Demand(
        kind=kind, source=policy.id, ref=point.ref, strength=point.strength, says=point.wording or point.says,
        binding=binding, months=months or CHECK_KINDS[kind].months, ours=months is None,
    )  # fmt: skip


def _interval(point: Point) -> int | None:
    """Return how often the point's own duty falls due, in months; None where it does not say."""
    written = (str(carrier.body.get("every", "")) for carrier in point.carriers if carrier.kind == "duty")
    for found in filter(None, map(_EVERY.fullmatch, written)):
        return int(found[1]) * (12 if found[2] == "year" else 1)
    return None


def strictest(asked: Iterable[Demand]) -> dict[str, Demand]:
    """Return the strictest demand of each kind that is asked for: a duty before advice, then the most often."""
    found: dict[str, Demand] = {}
    for one in asked:
        if one.kind not in found or _leniency(one) < _leniency(found[one.kind]):
            found[one.kind] = one
    return found


def _leniency(demand: Demand) -> tuple[bool, int]:
    return not demand.binding, demand.months or 10**6
