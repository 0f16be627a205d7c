"""What stands in a post's way, as its author and its approver are shown it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from gatepost.policy import Reason
from gatepost.policy.verdict import Fix, Span
from gatepost.publishing.assess import STOPPING, Assessment

_ROOM: Final = frozenset({"should", "should_not", "strongly_advised"})
"""Strengths of clauses that leave room for a reason. A must leaves none."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to put right, to explain or to be decided, with every clause that rests on the same cause.

    `cause` names the facts that made the clauses speak, and with `clause` is what a waiver is bound to. `kind` is
    `stop`, `fix`, `decide` or `note`; `waived` is the reason for which it was kept.
    """

    answer: str
    kind: str
    reasons: tuple[Reason, ...]
    cause: str
    waived: str = ""
    number: int = 0

    @property
    def reason(self) -> Reason:
        """The clause that weighs most."""
        return self.reasons[0]

    @property
    def clause(self) -> str:
        """The clause that weighs most, as records name it."""
        return f"{self.reason.source} {self.reason.ref}"

    @property
    def where(self) -> Span | None:
        """Where in the text it is."""
        return next((reason.where for reason in self.reasons if reason.where), None)

    @property
    def fixes(self) -> tuple[Fix, ...]:
        """What would put it right, once each."""
        return tuple(dict.fromkeys(fix for reason in self.reasons for fix in reason.fixes))

    @property
    def may_be_kept(self) -> bool:
        """Whether every clause leaves room for a reason. What is unlawful never does."""
        return self.answer != "lawful" and all(reason.strength in _ROOM for reason in self.reasons)

    @property
    def stops(self) -> bool:
        """Whether the post cannot be sent while this stands."""
        return self.kind in {"stop", "fix"} and not self.waived


def findings(assessment: Assessment) -> tuple[Finding, ...]:
    """Return everything that stands in the way or must be decided: lawful first, then safe, then allowed."""
    waived = {(one["clause"], one["cause"]): one["reason"] for one in assessment.content["waivers"]}
    grouped: dict[tuple[Any, ...], list[Reason]] = {}
    for reason in assessment.reasons:
        if not reason.supports and reason.outcome in _SHOWN:
            grouped.setdefault((_ORDER[reason.answer], _kind(reason), cause_of(reason), reason.where), []).append(
                reason
            )
    found = [
        Finding(group[0].answer, key[1], tuple(group), key[2])
        for key, group in sorted(grouped.items(), key=lambda item: item[0][:2])
    ]
    return tuple(
        Finding(one.answer, one.kind, one.reasons, one.cause, waived.get((one.clause, one.cause), ""), number)
        for number, one in enumerate(found, start=1)
    )


def cause_of(reason: Reason) -> str:
    """Return the facts that made a clause speak, as one line: what a waiver is bound to."""
    return ", ".join(f"{cause.fact}={cause.value}" for cause in reason.because)[:300] or reason.control


_ORDER: Final = {"lawful": 0, "safe": 1, "allowed": 2}
_SHOWN: Final = STOPPING | {"needs_approval", "advise_against", "acknowledge_required"}


def _kind(reason: Reason) -> str:
    """Return how a reason is shown: a stop without a fix, something to fix, to decide, or to know."""
    if reason.outcome == "needs_approval":
        return "fix" if any(fix.role == "author" for fix in reason.fixes) else "decide"
    if reason.outcome in STOPPING:
        return "stop" if reason.outcome == "block" and not _mendable(reason.fixes) else "fix"
    return "note"


def _mendable(fixes: Iterable[Fix]) -> bool:
    return any(fix.kind in {"replace", "remove", "blur"} for fix in fixes)
