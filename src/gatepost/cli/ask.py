"""Answer an everyday question from a policy: what it says, how strongly, and in which clauses.

  gatepost ask "May I be friends with a parent on Facebook?" --policy ID

Exit status 0 where the policy answers, 1 where it is silent or the question is not clear.
"""

import argparse
from collections.abc import Iterator, Sequence

from gatepost.cli.output import UsageProblem, print_json, print_text
from gatepost.cli.policies.arguments import add_format, found
from gatepost.cli.policies_in_force import in_force
from gatepost.cli.terminal import Terminal, harmless
from gatepost.policy import PolicyError
from gatepost.policy.ask import Answer, answer
from gatepost.policy.document import Point
from gatepost.policy.outcomes import STRENGTHS


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `gatepost ask` takes."""
    parser.add_argument("question", metavar="QUESTION", help="the question, in quotes, as you would ask a colleague")
    parser.add_argument("--policy", metavar="ID_OR_PATH", required=True, help="the policy to answer from")
    add_format(parser)


def run(args: argparse.Namespace) -> int:
    """Print the answer. Returns 1 where the policy is silent or the question is not clear, else 0."""
    try:
        policy = in_force(found(args.policy))
    except PolicyError as error:
        raise UsageProblem(str(error)) from None
    given = answer(args.question, policy.document)
    if args.format == "json":
        print_json(given.as_json())
    else:
        print_text("\n".join(_lines(given, Terminal.here())))
    return 0 if given.sure and not given.silent else 1


def _lines(given: Answer, terminal: Terminal) -> Iterator[str]:
    if given.topic is None:
        yield from _block("I am not sure what you mean. Perhaps one of these:", _titles(given, terminal))
        return
    yield terminal.paint(given.topic.title[:1].upper() + given.topic.title[1:], "bold")
    yield from terminal.wrapped(harmless(given.answer))
    yield from _block("", _clauses(given.points, terminal))
    yield from _block(
        "It depends:", [line for entry in given.ask_back for line in terminal.wrapped(f"  ? {entry.ask}")]
    )
    yield from _block("See also:", _clauses(given.see_also, terminal))
    yield from _block("If that is not what you mean, perhaps one of these:", _titles(given, terminal))


def _block(heading: str, lines: Sequence[str]) -> Iterator[str]:
    """Yield lines under a heading, with an empty line before them; nothing where there are none."""
    if lines:
        yield ""
        if heading:
            yield heading
        yield from lines


def _titles(given: Answer, terminal: Terminal) -> list[str]:
    others = [topic for topic in given.topics if topic is not given.topic]
    return [line for topic in others for line in terminal.wrapped(f"  - {topic.title}")]


def _clauses(points: Sequence[Point], terminal: Terminal) -> list[str]:
    """Return clauses in lines: the reference, how strongly it speaks, and what it says."""
    shown = [f"  {point.ref} ({STRENGTHS[point.strength]}) {point.wording or point.says}" for point in points]
    return [line for text in shown for line in terminal.wrapped(harmless(text), later="      ")]
