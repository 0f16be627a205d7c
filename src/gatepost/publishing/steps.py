"""Who must agree before a post goes out: worked out from what the policy says of these facts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from gatepost.policy import Reason
from gatepost.publishing.assess import Assessment
from gatepost.schools.roles import ANSWERING, role_name
from gatepost.schools.seat import Seat

_MOST: Final = 6
"""Approvals of one post. No policy asks for as many; the bound is for a document that would never be satisfied."""


@dataclass(frozen=True, slots=True)
class Step:
    """One approval. `asks` are the roles of which one must agree; `clauses` say so, and none do where it is ours.

    Each step is agreed to by a different person, none of them the author.
    """

    asks: tuple[str, ...]
    clauses: tuple[str, ...]

    @property
    def key(self) -> str:
        """What an approval names it by."""
        return "|".join(self.asks)

    @property
    def agreed_as(self) -> str:
        """The role that stands among the facts once somebody has agreed, whoever of those asked it is."""
        return "approved_user" if self.asks[0] == "second_approver" else self.asks[0]

    @property
    def name(self) -> str:
        """Who must agree, in words."""
        return " or ".join(dict.fromkeys(_called(one) for one in self.asks))

    def answered_by(self, seat: Seat) -> str | None:
        """Return the role by which somebody may agree, as the policy names it; None where they may not."""
        for one in self.asks:
            if seat.roles & ANSWERING.get(one, frozenset({one})):
                return "approved_user" if one == "second_approver" else one
        return None

    def as_json(self) -> dict[str, list[str]]:
        """Return what a version keeps."""
        return {"asks": list(self.asks), "clauses": list(self.clauses)}


def _called(slug: str) -> str:
    return {"second_approver": "a second approver", "approved_user": "an approver"}.get(slug, f"the {role_name(slug)}")


def step_of(kept: Mapping[str, Iterable[str]]) -> Step:
    """Return a step from what a version kept."""
    return Step(tuple(kept["asks"]), tuple(kept["clauses"]))


OURS: Final = Step(("approved_user",), ())
"""Where a policy names nobody: one other person who signs off posts at the school."""


def steps(assessment: Assessment) -> tuple[Step, ...]:
    """Return the approvals that the policy asks for on these facts, in order; OURS where it names nobody.

    Each approval is added to the facts and the policy asked again, until nobody further is named.
    """
    found: list[Step] = []
    now = assessment
    while len(found) < _MOST:
        new = _next(now, taken={step.key for step in found})
        if new is None:
            break
        found.append(new)
        now = assessment.with_approvals([step.agreed_as for step in found])
    return tuple(found) or (OURS,)


def still_open(assessment: Assessment, wanted: Sequence[Step]) -> tuple[str, ...]:
    """Return the facts that nobody has given and that could change the outcome, once all of `wanted` have agreed.

    What an approval settles is not asked of the author, and neither is the approval.
    """
    agreed = assessment.with_approvals([step.agreed_as for step in wanted])
    return tuple(path for path in agreed.unknown if path != "approved_by")


def _next(now: Assessment, *, taken: set[str]) -> Step | None:
    """Return the first approval that is still asked for: one a reason names, or that it offers to ask."""
    asking = [reason for reason in now.reasons if reason.outcome == "needs_approval" and not reason.supports]
    for reason in asking:
        for route in _routes(reason):
            if route not in taken:
                clauses = tuple(dict.fromkeys(_clause(one) for one in asking if route in _routes(one)))
                return Step(tuple(route.split("|")), clauses)
    return None


def _routes(reason: Reason) -> list[str]:
    named = reason.route.split("+") if reason.route else []
    offered = [fix.role for fix in reason.fixes if fix.kind == "ask" and fix.role and fix.fact == "approved_by"]
    return [*named, *offered]


def _clause(reason: Reason) -> str:
    return f"{reason.source} {reason.ref}"
