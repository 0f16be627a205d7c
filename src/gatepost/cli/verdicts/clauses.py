"""The clauses that decide a verdict, each with the facts that made it speak and what would put it right."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from gatepost.cli.terminal import Terminal
from gatepost.cli.verdicts.facts import CANNOT_BE_SHOWN, say_cause
from gatepost.cli.verdicts.fixes import say_fixes, words_at
from gatepost.cli.verdicts.headlines import SHORT
from gatepost.policy import Reason, Verdict
from gatepost.policy.outcomes import EASY, RANK, STRENGTHS
from gatepost.policy.verdict import Cause

_MOST_EASY = 2
_MOST_CAUSES = 3
_MOST_FIXES = 3
_MOST_NAMES = 4

Groups = dict[tuple[str, str], list[Reason]]
"""Reasons by the clause that they rest on: (source, ref)."""


def deciding(verdict: Verdict) -> list[Reason]:
    """Return the reasons with the deciding outcome; where nothing stands in the way, those that say so."""
    return [reason for reason in verdict.reasons if reason.outcome == verdict.outcome and not reason.supports]


def named(source: str, ref: str, verdict: Verdict) -> str:
    """Return what to call a clause: its reference, with where it stands when that is not the policy itself."""
    return ref if source == verdict.policy else f"law and guidance, {ref}"


def by_clause(reasons: Sequence[Reason]) -> Groups:
    """Group reasons by the clause that they rest on, in order."""
    groups: Groups = {}
    for reason in reasons:
        groups.setdefault((reason.source, reason.ref), []).append(reason)
    return groups


@dataclass(frozen=True, slots=True)
class Clauses:
    """The deciding clauses as they are shown, `most` of them in full. What was said once is not said again."""

    verdict: Verdict
    facts: Mapping[str, Any]
    texts: Mapping[str, str]
    terminal: Terminal
    most: int
    _said: set[str] = field(default_factory=set)

    def lines(self) -> Iterator[str]:
        """Yield the clauses in full, then the names of those that are left."""
        groups = by_clause(deciding(self.verdict))
        easy = self.verdict.outcome in EASY
        for (source, ref), reasons in [*groups.items()][: min(self.most, _MOST_EASY) if easy else self.most]:
            yield ""
            yield from self._clause(source, ref, reasons)
            if not easy:
                yield from self._because(reasons)
        if not easy:
            yield from self._left([*groups][self.most :], self._milder(groups))

    def _clause(self, source: str, ref: str, reasons: Sequence[Reason]) -> Iterator[str]:
        label = f"  {named(source, ref, self.verdict)} ({STRENGTHS[reasons[0].strength]})"
        says = self.terminal.wrapped(f"{label}  {reasons[0].says}", later="      ")
        says[0] = says[0].replace(label, self.terminal.paint(label, "bold"), 1)
        yield from says

    def _because(self, reasons: Sequence[Reason]) -> Iterator[str]:
        causes = self._causes(reasons)
        new = [cause for cause in causes if cause not in self._said][:_MOST_CAUSES]
        if causes:
            why = f"because {'; '.join(new)}." if new else "for the same reason."
            yield from self.terminal.wrapped(why, first="      ")
        if any("can't be shown" in cause for cause in new) and CANNOT_BE_SHOWN not in self._said:
            yield from self.terminal.wrapped(CANNOT_BE_SHOWN, first="      ")
            self._said.add(CANNOT_BE_SHOWN)
        fixes = [fix for fix in say_fixes(reasons, self.facts, self.texts) if fix not in self._said][:_MOST_FIXES]
        if fixes:
            arrow = "→" if self.terminal.rich else "->"
            yield from self.terminal.wrapped(f"{arrow} {'; or '.join(fixes)}", first="      ", later="        ")
        self._said.update((*causes, *fixes))

    def _causes(self, reasons: Sequence[Reason]) -> list[str]:
        words: dict[Cause, list[str]] = {}
        for reason in reasons:
            for cause in reason.because:
                words.setdefault(_hashable(cause), []).append(words_at(reason.where, self.texts))
        return [*dict.fromkeys(say_cause(cause, self.facts, words=said) for cause, said in words.items())]

    def _milder(self, groups: Groups) -> list[str]:
        """Return the clauses that would still stand once the deciding ones are met, with what they ask."""
        rank = RANK[self.verdict.kind]
        said = dict.fromkeys(
            f"{named(reason.source, reason.ref, self.verdict)} ({SHORT[reason.outcome]})"
            for reason in self.verdict.reasons
            if not reason.supports
            and reason.outcome not in EASY
            and rank[reason.outcome] < rank[self.verdict.outcome]
            and (reason.source, reason.ref) not in groups
        )
        return [*said]

    def _left(self, clauses: Sequence[tuple[str, str]], milder: Sequence[str]) -> Iterator[str]:
        if clauses or milder:
            yield ""
        if clauses:
            names = [named(source, ref, self.verdict) for source, ref in clauses]
            yield from self.terminal.wrapped(f"Also: {listed(names)}.", first="  ", later="    ")
        if milder:
            yield from self.terminal.wrapped(f"That aside, still: {listed(milder)}.", first="  ", later="    ")


def listed(words: Sequence[str]) -> str:
    """Return words in a row, the first few by name and the rest as a count."""
    shown = [*words[:_MOST_NAMES]]
    if len(words) > _MOST_NAMES:
        return f"{'; '.join(shown)}; and {len(words) - _MOST_NAMES} more"
    return "; ".join(shown)


def _hashable(cause: Cause) -> Cause:
    return Cause(cause.fact, tuple(cause.value)) if isinstance(cause.value, list) else cause
