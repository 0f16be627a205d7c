"""One verdict on one screen."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gatepost.cli.terminal import Terminal, harmless
from gatepost.cli.verdicts.excerpt import excerpt
from gatepost.cli.verdicts.facts import CANNOT_BE_SHOWN, say_cause, say_unknown
from gatepost.cli.verdicts.fixes import say_fixes, words_at
from gatepost.cli.verdicts.headlines import SHORT, headline, mark
from gatepost.policy import CompiledPolicy, Reason, Verdict
from gatepost.policy.outcomes import EASY, RANK, STRENGTHS
from gatepost.policy.verdict import Cause

_MOST_ABOUT = 4
_MOST_CLAUSES = 3
_MOST_CAUSES = 3
_MOST_QUESTIONS = 3


@dataclass(frozen=True, slots=True)
class Card:
    """One situation's verdict as it is shown. `facts` are the situation's, as given, `about` its own sentence."""

    verdict: Verdict
    about: str
    facts: Mapping[str, Any]
    texts: Mapping[str, str]
    policy: CompiledPolicy
    terminal: Terminal

    def lines(self) -> list[str]:
        """Return the whole card."""
        return [*self._head(), *self._answers(), *self._clauses(), *self._nearest(), *self._open()]

    def _head(self) -> Iterator[str]:
        verdict, terminal = self.verdict, self.terminal
        name = f"{harmless(verdict.id)} · " if verdict.id else ""
        yield terminal.paint(f"{name}{verdict.kind.replace('-', ' ')} · {verdict.policy}", "faint")
        if self.about:
            yield from terminal.wrapped(harmless(self.about), first="  ")[:_MOST_ABOUT]
        for path, text in self.texts.items():
            spans = [r.where for r in self._deciding() if r.where and r.where.fact == path]
            yield from excerpt(f"“{text}”", [(span.start + 1, span.end + 1) for span in spans], terminal=terminal)
        sign, colour = mark(verdict.outcome, rich=terminal.rich)
        first, *rest = terminal.wrapped(f"{sign} {headline(verdict)}", later="  ")
        yield terminal.paint(first, "bold", colour)
        yield from (terminal.paint(line, "bold", colour) for line in rest)

    def _answers(self) -> Iterator[str]:
        if len(self.verdict.answers) < 2:
            return
        for name, outcome in self.verdict.answers.items():
            sign, colour = mark(outcome, rich=self.terminal.rich)
            yield f"  {self.terminal.paint(f'{sign:<2}', colour)} {name:<8} {SHORT[outcome]}"

    def _deciding(self) -> list[Reason]:
        """The reasons with the deciding outcome; where nothing stands in the way, those that say so."""
        return [r for r in self.verdict.reasons if r.outcome == self.verdict.outcome and not r.supports]

    def _clauses(self) -> Iterator[str]:
        groups = by_clause(self._deciding())
        easy = self.verdict.outcome in EASY
        said: set[str] = set()
        for (source, ref), reasons in [*groups.items()][: 2 if easy else _MOST_CLAUSES]:
            yield ""
            yield from self._clause(source, ref, reasons)
            if not easy:
                yield from self._because(reasons, said)
        left = [] if easy else [ref for _, ref in [*groups][_MOST_CLAUSES:]]
        others = [] if easy else self._others(groups)
        if left or others:
            yield ""
        if left:
            yield from self.terminal.wrapped(f"Also {_listed(left)}.", first="  ")
        yield from others

    def _others(self, groups: Mapping[tuple[str, str], Sequence[Reason]]) -> list[str]:
        """Name the clauses that would still stand once the deciding ones are met."""
        rank = RANK[self.verdict.kind]
        milder = [r for r in self.verdict.reasons if not r.supports and r.outcome not in EASY]
        milder = [r for r in milder if rank[r.outcome] < rank[self.verdict.outcome] and (r.source, r.ref) not in groups]
        if not milder:
            return []
        said = dict.fromkeys(f"{named(r.source, r.ref, self.verdict)} ({SHORT[r.outcome]})" for r in milder)
        return self.terminal.wrapped(f"That aside, there is still {_listed([*said])}.", first="  ")

    def _clause(self, source: str, ref: str, reasons: Sequence[Reason]) -> Iterator[str]:
        terminal, reason = self.terminal, reasons[0]
        label = f"  {named(source, ref, self.verdict)} ({STRENGTHS[reason.strength]})"
        says = terminal.wrapped(f"{label}  {reason.says}", later="      ")
        says[0] = says[0].replace(label, terminal.paint(label, "bold"), 1)
        yield from says

    def _because(self, reasons: Sequence[Reason], said: set[str]) -> Iterator[str]:
        """Give the facts behind a clause and what would put it right; what was `said` above is not repeated."""
        terminal = self.terminal
        causes = self._causes(reasons)
        new = [cause for cause in causes if cause not in said]
        if causes:
            why = f"because {'; '.join(new[:_MOST_CAUSES])}." if new else "for the same reason."
            yield from terminal.wrapped(why, first="      ")
        if any("can't be shown" in cause for cause in new[:_MOST_CAUSES]) and CANNOT_BE_SHOWN not in said:
            yield from terminal.wrapped(CANNOT_BE_SHOWN, first="      ")
            said.add(CANNOT_BE_SHOWN)
        fixes = [fix for fix in say_fixes(reasons, self.facts, self.texts) if fix not in said]
        if fixes:
            arrow = "→" if terminal.rich else "->"
            yield from terminal.wrapped(f"{arrow} {'; or '.join(fixes)}", first="      ", later="        ")
        said.update((*causes, *fixes))

    def _causes(self, reasons: Sequence[Reason]) -> list[str]:
        words: dict[Cause, list[str]] = {}
        for reason in reasons:
            for cause in reason.because:
                words.setdefault(_hashable(cause), []).append(words_at(reason.where, self.texts))
        return [*dict.fromkeys(say_cause(cause, self.facts, words=said) for cause, said in words.items())]

    def _nearest(self) -> Iterator[str]:
        """Say what kind of answer this is where the policy does not decide it in so many words."""
        verdict, terminal = self.verdict, self.terminal
        if verdict.basis == "conflict":
            yield from terminal.wrapped(
                f"The policy contradicts itself here ({_listed([*verdict.refs[:3]])}), so the stricter clause stands.",
                first="  ",
            )
        elif verdict.basis == "inference":
            yield from terminal.wrapped("This is a reading: the policy does not say it in so many words.", first="  ")
        elif verdict.basis == "silent" and verdict.refs:
            says = {point.ref: point.says for point in reversed(self.policy.document.points)}
            yield ""
            for ref in verdict.refs[:2]:
                yield from terminal.wrapped(f"nearest: {ref}  {says.get(ref, '')}", first="  ", later="      ")

    def _open(self) -> Iterator[str]:
        verdict, terminal = self.verdict, self.terminal
        asked = [*dict.fromkeys(say_unknown(path, self.facts) for path in verdict.unknown)]
        if asked:
            yield ""
            yield from terminal.wrapped("Still to say, as it could change the answer:", first="  ")
        for question in asked[:_MOST_QUESTIONS]:
            yield from terminal.wrapped(f"{question[:1].upper()}{question[1:]}", first="  - ", later="    ")
        if len(asked) > _MOST_QUESTIONS:
            more = f"and {len(asked) - _MOST_QUESTIONS} more (--format json names them all)"
            yield from terminal.wrapped(more, first="  - ", later="    ")
        for hint in verdict.hints[:2]:
            yield from terminal.wrapped(f"Note: {harmless(hint)}", first="  ", later="    ")


def named(source: str, ref: str, verdict: Verdict) -> str:
    """Return what to call a clause: its reference, with where it stands when that is not the policy itself."""
    return ref if source == verdict.policy else f"law and guidance, {ref}"


def _hashable(cause: Cause) -> Cause:
    return Cause(cause.fact, tuple(cause.value)) if isinstance(cause.value, list) else cause


def by_clause(reasons: Sequence[Reason]) -> dict[tuple[str, str], list[Reason]]:
    """Group reasons by the clause that they rest on, in order."""
    groups: dict[tuple[str, str], list[Reason]] = {}
    for reason in reasons:
        groups.setdefault((reason.source, reason.ref), []).append(reason)
    return groups


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
