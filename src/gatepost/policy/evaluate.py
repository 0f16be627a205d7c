"""Policies and a situation in, a verdict out. Deterministic, and never raises on a situation that was read."""

from collections.abc import Sequence

from gatepost.policy.answers import idle, refusals
from gatepost.policy.compile import CompiledPolicy
from gatepost.policy.controls.base import Unknown
from gatepost.policy.facts.situation import Situation
from gatepost.policy.nearest import nearest
from gatepost.policy.outcomes import ANSWERS, RANK
from gatepost.policy.verdict import Reason, Verdict
from gatepost.policy.weigh import Weighed, decisive, weigh

Conflicts = list[frozenset[str]]


def evaluate(policies: Sequence[CompiledPolicy], situation: Situation) -> Verdict:
    """Return what the policies together say of the situation.

    The first policy is the one that the verdict names; a baseline may follow. The strictest answer decides.
    """
    rank = RANK[situation.kind]
    kept: list[Weighed] = []
    unknown: list[Unknown] = []
    for policy in policies:
        weighed, open_facts = weigh(policy, situation.facts)
        kept += weighed
        kept += refusals(policy, situation.facts)
        unknown += open_facts
    three = situation.kind == "post" and any(policy.is_baseline for policy in policies)
    answers = _answers(ANSWERS if three else ("allowed",), kept, rank)
    outcome = max(answers.values(), key=rank.__getitem__)
    deciding = [item for item in kept if item.reason.outcome == outcome and not item.reason.supports]
    deciding.sort(key=decisive)
    basis, refs = _cited(policies, situation, deciding, kept)
    return Verdict(
        id=situation.id,
        policy=policies[0].id,
        kind=situation.kind,
        outcome=outcome,
        route=_route(outcome, [item.reason for item in deciding]),
        basis=basis,
        refs=refs,
        answers=answers,
        reasons=tuple(item.reason for item in sorted(kept, key=lambda item: _shown(item, rank))),
        unknown=_unknown(unknown, outcome, rank),
        hints=(*situation.hints, *idle(policies, situation.facts)),
    )


def _shown(item: Weighed, rank: dict[str, int]) -> tuple[bool, int, int, int, int]:
    """Order reasons for a reader: what decides first, then from the strictest to the mildest."""
    return (item.reason.supports, -rank[item.reason.outcome], *decisive(item))


def _answers(names: tuple[str, ...], kept: list[Weighed], rank: dict[str, int]) -> dict[str, str]:
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
        return "+".join(route for route in routes if not _met_by_another(route, routes))
    return routes[0]


def _met_by_another(route: str, routes: list[str]) -> bool:
    """Tell whether telling somebody whom another clause names already meets this route's either-or."""
    return any(other != route and other in route.split("|") for other in routes)


def _cited(
    policies: Sequence[CompiledPolicy], situation: Situation, deciding: list[Weighed], kept: list[Weighed]
) -> tuple[str, tuple[str, ...]]:
    """Return the basis of the verdict and the clauses to cite, most decisive first.

    Where nothing decides the policy is silent, and the nearest clause shows where it stops.
    """
    if not deciding:
        return "silent", nearest(policies[0], situation.facts)
    conflicts = [pair for policy in policies for pair in policy.conflicts]
    clashing = _clashing(deciding, kept, conflicts)
    supporting = sorted((item for item in kept if item.reason.supports), key=decisive)
    refs = tuple(dict.fromkeys(item.reason.ref for item in (*deciding, *clashing, *supporting)))
    if clashing:
        return "conflict", refs
    express = any(item.reason.basis == "express" for item in deciding)
    return ("express" if express else "inference"), refs


def _clashing(deciding: list[Weighed], kept: list[Weighed], conflicts: Conflicts) -> list[Weighed]:
    """Return the milder reasons whose clause a deciding clause is declared to contradict."""
    refs = {item.reason.ref for item in deciding}
    outcome = deciding[0].reason.outcome
    others = [item for item in kept if item.reason.outcome != outcome and not item.reason.supports]
    near = [pair for pair in conflicts if not pair.isdisjoint(refs)]
    return [
        item for item in others if any(item.reason.ref in pair and (pair - {item.reason.ref}) & refs for pair in near)
    ]


def _unknown(unknown: list[Unknown], outcome: str, rank: dict[str, int]) -> tuple[str, ...]:
    """Return the facts whose value could change the outcome."""
    facts = [item.fact for item in unknown if rank.get(item.outcome, 0) >= rank[outcome]]
    return tuple(dict.fromkeys(facts))
