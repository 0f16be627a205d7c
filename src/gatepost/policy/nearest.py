"""The clause to cite where a policy is silent: the one that shares most of the facts."""

from collections.abc import Iterator

from gatepost.policy.compile import CompiledPolicy
from gatepost.policy.facts.facts import Facts

_COMMON = frozenset({"today", "channel", "account"})
_MOST = 3
"""Clauses cited at most."""


def nearest(policy: CompiledPolicy, facts: Facts) -> tuple[str, ...]:
    """Return the references of the nearest clauses, nearest first.

    A point that names its own facts (`near`) counts for more than a control that merely reads them.
    """
    scores: dict[str, tuple[int, int]] = {}
    for ref, score, order in (*_stated(policy, facts), *_read(policy, facts)):
        held = scores.get(ref, (0, 0))
        scores[ref] = max(held, (score, -order))
    ranked = sorted(scores, key=lambda ref: scores[ref], reverse=True)
    return tuple(ranked[:_MOST]) or _scope(policy)


def _scope(policy: CompiledPolicy) -> tuple[str, ...]:
    """Return the clause that says whom the policy is for, where no clause shares a single fact."""
    stated = [point.ref for point in policy.near if "unbound" in point.near]
    return tuple(stated[:1]) or tuple(clause.ref for clause in policy.document.clauses[:1])


def _stated(policy: CompiledPolicy, facts: Facts) -> Iterator[tuple[str, int, int]]:
    for order, point in enumerate(policy.near):
        score = sum(_match(item, policy, facts) for item in point.near)
        if score:
            yield point.ref, score, order


def _match(item: str, policy: CompiledPolicy, facts: Facts) -> int:
    """Return how near one item is: a value or a word in the topic beats a mere fact."""
    if item == "unbound":
        return 0 if facts.actor in policy.bound else 20
    if "~" in item:
        fact, _, word = item.partition("~")
        return 9 if word in str(facts.get(fact) or "").casefold().replace("_", " ") else 0
    if "=" in item:
        fact, _, value = item.partition("=")
        return 9 if str(facts.kind if fact == "kind" else facts.get(fact)) == value else 0
    return 5 if facts.has(item) else 0


def _read(policy: CompiledPolicy, facts: Facts) -> Iterator[tuple[str, int, int]]:
    empty = {path for path, items in facts.lists.items() if not items}
    present = facts.given - _COMMON - empty
    actor = facts.actor
    for instance in policy.by_kind[facts.kind]:
        if instance.control.family == "scope" or actor not in instance.binds:
            continue
        triggers = sum(path in present for path in instance.control.triggers)
        if triggers:
            read = sum(path.partition("[]")[0] in present for path in instance.control.reads)
            yield instance.setting.ref, 3 * triggers + min(read, 2), 1000 + instance.order
