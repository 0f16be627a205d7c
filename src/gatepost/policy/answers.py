"""What people have answered to the questions of clauses, as facts: a no is a reason by the clause that asked."""

from collections.abc import Iterator, Sequence

from gatepost.policy.compile import Asking, CompiledPolicy
from gatepost.policy.facts.facts import Facts, Item
from gatepost.policy.outcomes import STRENGTH_RANK
from gatepost.policy.questions import raised
from gatepost.policy.verdict import Cause, Reason
from gatepost.policy.weigh import Weighed

CONTROL = "question"
"""What a reason names as its control where a clause speaks by the answer to its question."""


def refusals(policy: CompiledPolicy, facts: Facts) -> list[Weighed]:
    """Return a reason for each no to a question that one policy raises on these facts.

    A yes stops nothing and allows nothing, and a question that nobody has answered changes no verdict: who signs off
    is held to answering elsewhere. No exception of a policy lifts what a person has looked at and said no to.
    """
    said = [item for item in _answers(facts) if item.get("answer") is False]
    return [_refusal(policy, asks, item) for asks in raised(policy, facts) for item in said
            if _fits(item, asks, policy)] if said else []  # fmt: skip


def idle(policies: Sequence[CompiledPolicy], facts: Facts) -> Iterator[str]:
    """Yield a hint for each answer to what no clause of these policies asks on these facts."""
    for item in facts.items("answers"):
        asked = ((policy, one) for policy in policies for one in raised(policy, facts))
        if facts.kind != "post" or not any(_fits(item, one, policy) for policy, one in asked):
            yield f"{item.path}: no clause asks this about these facts, so the answer counts for nothing."


def _answers(facts: Facts) -> tuple[Item, ...]:
    return facts.items("answers") if facts.kind == "post" else ()


def _fits(item: Item, asks: Asking, policy: CompiledPolicy) -> bool:
    """Tell whether an answer is to this question. What it leaves out fits any: a no is never lost to a detail."""
    wanted = (("source", policy.id), ("ref", asks.point.ref), ("ask", asks.ask))
    named = item.get("ref") is not None or item.get("ask") is not None
    return named and all(item.get(key) in (None, value) for key, value in wanted)


def _refusal(policy: CompiledPolicy, asks: Asking, item: Item) -> Weighed:
    point = asks.point
    given = tuple(Cause(item.at(key), item.get(key)) for key in ("ask", "answer") if item.get(key) is not None)
    reason = Reason(
        answer=asks.answer, outcome="required", source=policy.id, ref=point.ref, strength=point.strength,
        says=point.wording or point.says, because=given, basis=point.reading, control=CONTROL,
    )  # fmt: skip
    rank = STRENGTH_RANK[point.strength]
    return Weighed(reason, strength=rank, order=asks.order, policy=1 if policy.is_baseline else 0)
