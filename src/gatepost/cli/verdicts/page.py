"""The answers to a file of situations, as a person reads them."""

from collections.abc import Mapping, Sequence
from typing import Any

from gatepost.cli.check import Answer, name_of
from gatepost.cli.terminal import Terminal, harmless
from gatepost.cli.verdicts.card import Card
from gatepost.policy import CompiledPolicy, Verdict
from gatepost.policy.outcomes import EASY
from gatepost.screening.findings import texts
from gatepost.screening.given import facts_of


def page(answers: Sequence[Answer], *, terminal: Terminal | None = None) -> str:
    """Return every answer, one screen each, and a line that counts them where there are several."""
    terminal = terminal or Terminal.here()
    blocks = ["\n".join(_block(answer, terminal)) for answer in answers]
    if len(answers) > 1:
        blocks.append(terminal.paint(summary(answers), "bold"))
    return "\n\n".join(blocks)


def summary(answers: Sequence[Answer]) -> str:
    """Return how many situations there were, and how many of them each kind of answer met."""
    verdicts = [answer.said for answer in answers if isinstance(answer.said, Verdict)]
    fine = sum(1 for verdict in verdicts if verdict.outcome in EASY)
    unread = len(answers) - len(verdicts)
    parts = [f"{fine} fine", f"{len(verdicts) - fine} to look at"]
    if unread:
        parts.append(f"{unread} could not be read")
    return f"{len(answers)} situations: {', '.join(parts)}."


def _block(answer: Answer, terminal: Terminal) -> list[str]:
    if not isinstance(answer.said, Verdict) or answer.policy is None:
        (what, name), *_ = name_of(answer.entry).items()
        lead = harmless(name) if what == "id" else f"line {name}"
        return [
            terminal.paint(lead, "faint"),
            terminal.paint("? Could not be read", "bold", "red"),
            *terminal.wrapped(harmless(answer.said), first="  "),
        ]
    return card(answer.entry.data, answer.said, answer.policy, terminal).lines()


def card(data: Mapping[str, Any], verdict: Verdict, policy: CompiledPolicy, terminal: Terminal) -> Card:
    """Return the card of a situation as it was read from its file."""
    facts = facts_of(data)
    about = data.get("situation")
    return Card(verdict, about if isinstance(about, str) else "", facts, texts(facts), policy, terminal)
