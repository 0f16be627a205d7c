"""Policies and a situation in, a verdict out. Deterministic, and never raises on a situation that was read."""

from collections.abc import Sequence
from typing import Any

from gatepost.policy.compile import CompiledPolicy, Instance
from gatepost.policy.controls.base import Hit, Unknown
from gatepost.policy.facts.facts import Facts
from gatepost.policy.facts.situation import Situation
from gatepost.policy.nearest import nearest
from gatepost.policy.outcomes import ANSWERS, RANK, STRENGTH_RANK, fitted
from gatepost.policy.verdict import Reason, Verdict

_MILD = ("allow", "no_action", "no_rule", "current")


def evaluate(policies: Sequence[CompiledPolicy], situation: Situation) -> Verdict:
    """Return what the policies together say of the situation.

    The first policy is the one that the verdict names; a baseline may follow. The strictest answer decides.
    """
    facts, rank = situation.facts, RANK[situation.kind]
    kept: list[_Weighed] = []
    unknown: list[Unknown] = []
    conflicts: list[frozenset[str]] = []
    for policy in policies:
        weighed, open_facts = _weigh(policy, facts)
        kept += weighed
        unknown += open_facts
        conflicts += policy.conflicts
    three = situation.kind == "post" and any(policy.is_baseline for policy in policies)
    answers = _answers(ANSWERS if three else ("allowed",), kept, rank)
    outcome = max(answers.values(), key=rank.__getitem__)
    deciding = [item for item in kept if item.reason.outcome == outcome and not item.reason.supports]
    deciding.sort(key=_decisive)
    own = policies[0]
    if outcome == "no_rule":
        return _silent(own, situation, answers, kept, unknown)
    basis, clashing = _basis(deciding, kept, conflicts)
    return Verdict(
        id=situation.id,
        policy=own.id,
        kind=situation.kind,
        outcome=outcome,
        route=_route(outcome, [item.reason for item in deciding]),
        basis=basis,
        refs=_refs(deciding, clashing, kept),
        answers=answers,
        reasons=tuple(item.reason for item in sorted(kept, key=lambda item: _shown(item, rank))),
        unknown=_unknown(unknown, outcome, rank),
        hints=situation.hints,
    )


class _Weighed:
    """A reason with what orders it: the clause's strength and its place in the document."""

    __slots__ = ("order", "policy", "reason", "strength")

    def __init__(self, reason: Reason, *, strength: int, order: int, policy: int) -> None:
        self.reason = reason
        self.strength = strength
        self.order = order
        self.policy = policy


def _decisive(item: _Weighed) -> tuple[int, int, int]:
    """Most decisive first: the school's own policy, then the stronger clause, then the earlier one."""
    return (item.policy, item.strength, item.order)


def _shown(item: _Weighed, rank: dict[str, int]) -> tuple[bool, int, int, int, int]:
    return (item.reason.supports, -rank[item.reason.outcome], *_decisive(item))


def _weigh(policy: CompiledPolicy, facts: Facts) -> tuple[list[_Weighed], list[Unknown]]:
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
    weighed: dict[tuple[Any, ...], _Weighed] = {}
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


def _reason(policy: CompiledPolicy, instance: Instance, hit: Hit, kind: str) -> _Weighed:
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
    return _Weighed(
        reason,
        strength=STRENGTH_RANK[point.strength],
        order=instance.order,
        policy=1 if policy.is_baseline else 0,
    )


def _answers(names: tuple[str, ...], kept: list[_Weighed], rank: dict[str, int]) -> dict[str, str]:
    """Return the strictest outcome of each answer that was asked for."""
    answers = dict.fromkeys(names, "no_rule")
    for item in kept:
        if item.reason.supports:
            continue
        name = item.reason.answer if item.reason.answer in answers else "allowed"
        held = answers[name]
        outcome = item.reason.outcome
        if held == "no_rule" or rank[outcome] > rank[held]:
            answers[name] = outcome
    return answers


def _route(outcome: str, deciding: list[Reason]) -> str | None:
    """Join the routes of a report; elsewhere the most decisive clause that names somebody stands alone."""
    routes = list(dict.fromkeys(reason.route for reason in deciding if reason.route))
    if not routes:
        return None
    if outcome in ("report", "escalate"):
        return "+".join(routes)
    return routes[0]


def _basis(
    deciding: list[_Weighed], kept: list[_Weighed], conflicts: list[frozenset[str]]
) -> tuple[str, list[_Weighed]]:
    """Return the basis, and the milder reasons that a deciding clause is declared to contradict."""
    refs = {item.reason.ref for item in deciding}
    clashing = [
        item
        for item in kept
        for pair in conflicts
        if item.reason.ref in pair
        and not item.reason.supports
        and (pair - {item.reason.ref}) & refs
        and item.reason.outcome != deciding[0].reason.outcome
    ]
    if clashing:
        return "conflict", clashing
    return ("express" if any(item.reason.basis == "express" for item in deciding) else "inference"), []


def _refs(deciding: list[_Weighed], clashing: list[_Weighed], kept: list[_Weighed]) -> tuple[str, ...]:
    """Return the deciding clauses, then those they contradict, then the definitions they lean on."""
    supporting = sorted((item for item in kept if item.reason.supports), key=_decisive)
    refs = [item.reason.ref for item in (*deciding, *clashing, *supporting)]
    return tuple(dict.fromkeys(refs))


def _unknown(unknown: list[Unknown], outcome: str, rank: dict[str, int]) -> tuple[str, ...]:
    """Return the facts whose value could change the outcome."""
    facts = [item.fact for item in unknown if rank.get(item.outcome, 0) >= rank[outcome]]
    return tuple(dict.fromkeys(facts))


def _silent(
    policy: CompiledPolicy, situation: Situation, answers: dict[str, str], kept: list[_Weighed], unknown: list[Unknown]
) -> Verdict:
    rank = RANK[situation.kind]
    return Verdict(
        id=situation.id,
        policy=policy.id,
        kind=situation.kind,
        outcome="no_rule",
        route=None,
        basis="silent",
        refs=nearest(policy, situation.facts),
        answers=answers,
        reasons=tuple(item.reason for item in sorted(kept, key=lambda item: _shown(item, rank))),
        unknown=_unknown(unknown, "no_rule", rank),
        hints=situation.hints,
    )
