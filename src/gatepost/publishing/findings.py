"""What stands in a post's way, as its author and its approver are shown it."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from gatepost.policy import Reason
from gatepost.policy.answers import CONTROL
from gatepost.policy.verdict import Fix, Span
from gatepost.publishing.assess import STOPPING, Assessment
from gatepost.publishing.matter import Matter, matters_of

_ROOM: Final = frozenset({"should", "should_not", "strongly_advised"})
"""Strengths of clauses that leave room for a reason. A must leaves none."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to put right, to explain or to be decided, with every clause that rests on the same cause.

    `kind` is `stop`, `fix`, `decide` or `note`; `waived` is the reason for which it was kept. A waiver is bound to
    `clause` and `cause`, and counts for nothing where a clause leaves no room.
    """

    matter: Matter
    kind: str
    reasons: tuple[Reason, ...]
    waived: str = ""
    number: int = 0

    @property
    def answer(self) -> str:
        """Which of the three answers it stands under: lawful, safe or allowed."""
        return self.matter.answer

    @property
    def cause(self) -> str:
        """What made the clauses speak, as one line that stays the same while other things change."""
        return self.matter.cause

    @property
    def reason(self) -> Reason:
        """The clause that weighs most."""
        return self.reasons[0]

    @property
    def clause(self) -> str:
        """The clause that weighs most, as records name it."""
        return f"{self.reason.source} {self.reason.ref}"

    @property
    def key(self) -> str:
        """What a form calls it: it stays the same while clause, cause and words do, and says nothing to a reader.

        Which clause speaks of somebody who can't be shown depends on why not, and so has no part in it.
        """
        clause = "" if self.cannot_be_shown else self.clause
        whole = "\n".join((self.answer, clause, self.cause, self.matter.words, str(self.matter.nth)))
        return hashlib.sha256(whole.encode()).hexdigest()[:16]

    @property
    def where(self) -> Span | None:
        """Where in the text it is."""
        return self.matter.where

    @property
    def fixes(self) -> tuple[Fix, ...]:
        """What the policy offers to put it right, once each."""
        return tuple(dict.fromkeys(fix for reason in self.reasons for fix in reason.fixes))

    @property
    def cannot_be_shown(self) -> bool:
        """Whether it says that somebody can't be shown, named or quoted. Nothing of it says why."""
        return bool(self.matter.element)

    @property
    def may_be_kept(self) -> bool:
        """Whether every clause leaves room for a reason. What is unlawful never does; what is only unsaid is said."""
        room = self.answer != "lawful" and all(reason.strength in _ROOM for reason in self.reasons)
        if any(reason.control == CONTROL for reason in self.reasons):
            return False  # no author's reason outweighs the no of whoever signs off
        return room and not any(fix.kind == "ask" and fix.role == "author" for fix in self.fixes)

    @property
    def refused(self) -> str:
        """The question to which whoever signs off has answered no, if that is what it is."""
        causes = [cause for reason in self.reasons if reason.control == CONTROL for cause in reason.because]
        return next((str(cause.value) for cause in causes if cause.fact.endswith(".ask")), "")

    @property
    def stops(self) -> bool:
        """Whether the post cannot be sent while this stands."""
        return self.kind in {"stop", "fix"} and not self.waived


def findings(assessment: Assessment) -> tuple[Finding, ...]:
    """Return everything that stands in the way or must be decided: lawful first, then safe, then allowed.

    Each cause stands once in an answer. That somebody must agree to the post as a whole is no finding but a step.
    """
    waived = {(one["clause"], one["cause"]): one["reason"] for one in assessment.content["waivers"]}
    grouped: dict[Matter, list[Reason]] = {}
    for reason in assessment.reasons:
        if not reason.supports and reason.outcome in _SHOWN and not _is_a_step(reason):
            for matter in matters_of(reason, assessment):
                grouped.setdefault(matter, []).append(reason)
    found = [Finding(matter, _kind(matter, reasons), tuple(reasons)) for matter, reasons in grouped.items()]
    found.sort(key=_order)
    return tuple(
        replace(one, number=number, waived=waived.get((one.clause, one.cause), "") if one.may_be_kept else "")
        for number, one in enumerate(found, start=1)
    )


_SHOWN: Final = STOPPING | {"needs_approval", "advise_against", "acknowledge_required"}
_ANSWERS: Final = ("lawful", "safe", "allowed")
_KINDS: Final = ("stop", "fix", "decide", "note")
_STEPS: Final = frozenset({"oversight", "work_use"})


def _is_a_step(reason: Reason) -> bool:
    return reason.outcome == "needs_approval" and reason.control in _STEPS


def _order(one: Finding) -> tuple[int, int, int]:
    return _ANSWERS.index(one.answer), _KINDS.index(one.kind), one.where.start if one.where else -1


def _kind(matter: Matter, reasons: Iterable[Reason]) -> str:
    """Return how a matter is shown: a stop without a fix, something to fix, to decide, or to know."""
    if matter.element:
        return "fix" if matter.doubt else "stop"
    kinds = {_kind_of(reason) for reason in reasons}
    return next(kind for kind in ("fix", "stop", "decide", "note") if kind in kinds)


def _kind_of(reason: Reason) -> str:
    if reason.outcome == "needs_approval":
        return "fix" if any(fix.role == "author" for fix in reason.fixes) else "decide"
    if reason.outcome in STOPPING:
        return "stop" if reason.outcome == "block" and not _mendable(reason.fixes) else "fix"
    return "note"


def _mendable(fixes: Iterable[Fix]) -> bool:
    return any(fix.kind in {"replace", "remove", "blur"} for fix in fixes)
