"""Weighing one policy: every control asked, exceptions applied, each reason with what orders it."""

from typing import Any

from gatepost.policy.compile import CompiledPolicy, Instance
from gatepost.policy.controls.base import Hit, Unknown
from gatepost.policy.facts.facts import Facts
from gatepost.policy.outcomes import STRENGTH_RANK, fitted
from gatepost.policy.verdict import Reason

_MILD = ("allow", "no_action", "no_rule", "current")


class Weighed:
    """A reason with what orders it: the clause's strength and its place in the document."""

    __slots__ = ("order", "policy", "reason", "strength")

    def __init__(self, reason: Reason, *, strength: int, order: int, policy: int) -> None:
        self.reason = reason
        self.strength = strength
        self.order = order
        self.policy = policy


def decisive(item: Weighed) -> tuple[int, int, int]:
    """Most decisive first: the school's own policy, then the stronger clause, then the earlier one."""
    return (item.policy, item.strength, item.order)


def weigh(policy: CompiledPolicy, facts: Facts) -> tuple[list[Weighed], list[Unknown]]:
    """Return the reasons of one policy, exceptions applied, and the facts that it would have liked to know."""
    found: list[tuple[Instance, Hit]] = []
    unknown: list[Unknown] = []
    actor = facts.actor
    for instance in policy.by_kind[facts.kind]:
        if actor not in instance.binds:
            continue
        for said in instance.control.decide(instance.setting, facts):
            if isinstance(said, Unknown):
                unknown.append(said)
            else:
                found.append((instance, said))
    lifted = frozenset(bar for _, hit in found for bar in hit.lifts)
    weighed: dict[tuple[Any, ...], Weighed] = {}
    for instance, hit in found:
        if hit.outcome not in _MILD and _is_lifted(instance, lifted):
            continue
        item = _reason(policy, instance, hit, facts.kind)
        key = (item.reason.ref, item.reason.outcome, item.reason.because, item.reason.where, item.reason.route)
        weighed.setdefault(key, item)
    return list(weighed.values()), unknown


def _is_lifted(instance: Instance, lifted: frozenset[str]) -> bool:
    ref = instance.setting.ref
    return bool(lifted) and (ref in lifted or f"{ref}:{instance.control.name}" in lifted)


def _reason(policy: CompiledPolicy, instance: Instance, hit: Hit, kind: str) -> Weighed:
    point = instance.point
    reason = Reason(
        answer=instance.answer,
        outcome=fitted(hit.outcome, kind),
        source=policy.id,
        ref=point.ref,
        strength=point.strength,
        says=point.wording or point.says,
        because=hit.because,
        where=hit.where,
        route=hit.route,
        fixes=hit.fixes,
        basis=hit.basis or point.reading,
        supports=hit.supports,
        also=hit.also,
        control=instance.control.name,
    )
    return Weighed(
        reason,
        strength=STRENGTH_RANK[point.strength],
        order=instance.order,
        policy=1 if policy.is_baseline else 0,
    )
