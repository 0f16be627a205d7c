"""One verdict on one screen."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from gatepost.cli.terminal import Terminal, harmless, in_short
from gatepost.cli.verdicts.clauses import Clauses, deciding
from gatepost.cli.verdicts.excerpt import excerpt
from gatepost.cli.verdicts.facts import say_unknown
from gatepost.cli.verdicts.headlines import SHORT, headline, mark
from gatepost.policy import CompiledPolicy, Verdict

SCREEN: Final = 30
"""Lines that a card may take at an ordinary width; it shows fewer clauses in full before it takes more."""

_MOST_ABOUT = 4
_MOST_QUESTIONS = 3
_CLAUSES_IN_FULL = (3, 2, 1)


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
        above = [*self._head(), *self._answers()]
        below = [*self._basis(), *self._open()]
        lines: list[str] = []
        for most in _CLAUSES_IN_FULL:
            clauses = Clauses(self.verdict, self.facts, self.texts, self.terminal, most)
            lines = [*above, *clauses.lines(), *below]
            if len(lines) <= SCREEN:
                break
        return lines

    def _head(self) -> Iterator[str]:
        verdict, terminal = self.verdict, self.terminal
        name = f"{in_short(verdict.id)} · " if verdict.id else ""
        yield terminal.paint(f"{name}{verdict.kind.replace('-', ' ')} · {verdict.policy}", "faint")
        if self.about:
            yield from terminal.wrapped(harmless(self.about), first="  ")[:_MOST_ABOUT]
        for path, text in self.texts.items():
            spans = [r.where for r in deciding(verdict) if r.where and r.where.fact == path]
            yield from excerpt(f"“{text}”", [(span.start + 1, span.end + 1) for span in spans], terminal=terminal)
        sign, colour = mark(verdict.outcome, rich=terminal.rich)
        for line in terminal.wrapped(f"{sign} {headline(verdict)}", later="  "):
            yield terminal.paint(line, "bold", colour)

    def _answers(self) -> Iterator[str]:
        if len(self.verdict.answers) < 2:
            return
        for name, outcome in self.verdict.answers.items():
            sign, colour = mark(outcome, rich=self.terminal.rich)
            yield f"  {self.terminal.paint(f'{sign:<2}', colour)} {name:<8} {SHORT[outcome]}"

    def _basis(self) -> Iterator[str]:
        """Say what kind of answer this is where the policy does not decide it in so many words."""
        verdict, terminal = self.verdict, self.terminal
        if verdict.basis == "conflict":
            which = " and ".join(verdict.refs[:2])
            said = f"The policy contradicts itself here ({which}), so the stricter clause stands."
            yield from terminal.wrapped(said, first="  ")
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
