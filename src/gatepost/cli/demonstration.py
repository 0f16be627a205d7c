"""Show the check at work: one draft under every policy of the library, then two more situations under each."""

from collections.abc import Iterator

from gatepost.cli.check import Answer, answered
from gatepost.cli.examples import example_entries, shared
from gatepost.cli.policies_in_force import Policies
from gatepost.cli.terminal import Terminal
from gatepost.cli.verdicts.card import Card
from gatepost.cli.verdicts.clauses import deciding, named
from gatepost.cli.verdicts.excerpt import excerpt
from gatepost.cli.verdicts.headlines import SHORT, headline, mark
from gatepost.cli.verdicts.page import card, summary
from gatepost.policy import Verdict

_CLOSING = """These policies are paraphrases, in our words, of public documents; the owners'
texts govern. Everybody in the examples is invented. Nothing left this computer.

Next:
  gatepost policy list                 the policies, and what each holds
  gatepost policy show ID              one of them, clause by clause
  gatepost policy compare ID ID        where two of them differ
  gatepost ask "May I…?" --policy ID   an everyday question, answered
  gatepost check FILE --policy ID      your own draft, a comment, an account"""


def demonstration(terminal: Terminal) -> Iterator[str]:
    """Yield the lines of the demonstration."""
    answers = [*answered(example_entries(), Policies())]
    everywhere = {id(entry) for entry in shared([answer.entry for answer in answers])}
    draft = [answer for answer in answers if id(answer.entry) in everywhere]
    others = [answer for answer in answers if id(answer.entry) not in everywhere]
    yield from _one_draft(draft, terminal)
    for answer in others:
        yield ""
        yield "\n".join(_card(answer, terminal).lines())
    yield ""
    yield terminal.paint(summary(answers), "bold")
    yield ""
    yield _CLOSING


def _one_draft(draft: list[Answer], terminal: Terminal) -> Iterator[str]:
    first = _card(draft[0], terminal)
    yield terminal.paint(f"One draft, {len(draft)} policies", "bold", "underline")
    yield from terminal.wrapped(first.about, first="  ")
    for text in first.texts.values():
        yield from excerpt(f"“{text}”", [], terminal=terminal)
    for answer in draft:
        yield ""
        yield from _in_short(_card(answer, terminal))
    yield ""
    yield terminal.paint("Other situations, with the reasons in full", "bold", "underline")


def _in_short(each: Card) -> Iterator[str]:
    """Yield who says what of the draft, and the first clause that says so."""
    verdict, terminal = each.verdict, each.terminal
    sign, colour = mark(verdict.outcome, rich=terminal.rich)
    yield f"  {terminal.paint(verdict.policy, 'bold')}"
    yield f"  {terminal.paint(f'{sign} {headline(verdict)}', 'bold', colour)}"
    answers = (f"{name} {SHORT[outcome]}" for name, outcome in verdict.answers.items())
    yield terminal.paint(f"    {' · '.join(answers)}", "faint")
    reasons = deciding(verdict)
    own = [reason for reason in reasons if reason.source == verdict.policy] or reasons
    for reason in own[:1]:
        label = named(reason.source, reason.ref, verdict)
        yield from terminal.wrapped(f"{label}  {reason.says}", first="    ", later="      ")


def _card(answer: Answer, terminal: Terminal) -> Card:
    if not isinstance(answer.said, Verdict) or answer.policy is None:
        raise ValueError(f"an example cannot be read: {answer.said}")
    return card(answer.entry.data, answer.said, answer.policy, terminal)
