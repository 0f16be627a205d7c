"""A clause of the policies in force as it is shown and cited, whatever rests on it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gatepost.policy import CompiledPolicy, Reason
from gatepost.policy.document import Clause, Point


@dataclass(frozen=True, slots=True)
class Cited:
    """A clause as it is shown: `source` names the document, `wording` is the owner's text where it was entered.

    `own` says that it stands in the school's policy; `id` is what records name it.
    """

    source: str
    ref: str
    says: str
    wording: str
    strength: str
    own: bool = True
    id: str = ""


def cited(reason: Reason, *, policies: Sequence[CompiledPolicy]) -> Cited:
    """Return the clause that a reason rests on. `policies` are those that gave the verdict."""
    policy = next(one for one in policies if one.id == reason.source)
    points = policy.document.points
    point = next(one for one in points if one.ref == reason.ref and reason.says in {one.wording, one.says})
    return of_point(point, policy=policy)


def each_cited(reasons: Iterable[Reason], *, policies: Sequence[CompiledPolicy]) -> tuple[Cited, ...]:
    """Return the clauses that these reasons rest on, each once, in their order."""
    return tuple(dict.fromkeys(cited(reason, policies=policies) for reason in reasons))


def of_point(point: Point, *, policy: CompiledPolicy) -> Cited:
    """Return a point of a policy as a clause to cite."""
    name, ref = named(clause_at(policy, point.ref)) if policy.is_baseline else (policy.id, point.ref)
    own = not policy.is_baseline
    return Cited(name, ref, point.says, point.wording or "", point.strength, own, f"{policy.id} {point.ref}")


def named(clause: Clause) -> tuple[str, str]:
    """Return the document that a clause of the baseline cites, and where in it: never its own reference alone."""
    if not clause.sources:
        return "Law and guidance", clause.ref
    source = clause.sources[0]
    checked = f"read in {source.checked.first_day():%B %Y}" if source.checked else ""
    return source.title, ", ".join(part for part in (source.paragraph, source.edition, checked) if part)


def clause_at(policy: CompiledPolicy, ref: str) -> Clause:
    """Return the clause of a policy by its reference."""
    return next(clause for clause in policy.document.clauses if clause.ref == ref)
