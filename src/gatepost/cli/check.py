"""Say what a policy makes of a situation: a draft, a comment, a report, a question, an account, a login.

FILE holds one situation or many, as YAML, JSON or JSON Lines.
"""

import argparse
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple

from gatepost.cli.output import FORMATS, UsageProblem, print_objects, print_text
from gatepost.cli.policies_in_force import NoPolicy, Policies
from gatepost.cli.reading import folder_of, picture_in, read_text
from gatepost.cli.rolls import add_roll_arguments, read_contacts, read_roll
from gatepost.cli.situations import Entry, read_entries
from gatepost.policy import CompiledPolicy, SituationError, Verdict
from gatepost.policy.outcomes import EASY


class Answer(NamedTuple):
    """A situation with its verdict, or with the sentence that says why there is none."""

    entry: Entry
    said: Verdict | str
    policy: CompiledPolicy | None = None


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `gatepost check` takes."""
    parser.add_argument("file", metavar="FILE", help="the situations, or - for standard input")
    parser.add_argument("--policy", metavar="ID_OR_PATH", help="judge by this policy, whatever a situation names")
    parser.add_argument("--only", choices=["allowed"], help="the named policy alone, without law and guidance")
    add_roll_arguments(parser)
    parser.add_argument("--format", choices=FORMATS, default="text", help="text for people, json or jsonl for programs")


def run(args: argparse.Namespace) -> int:
    """Answer every situation, in order. Returns 0, 1 or 2 as the contract says."""
    policies = Policies(override=args.policy, only=args.only == "allowed")
    roster, contacts = read_roll(args.roster), read_contacts(args.school_contacts)
    pictures = partial(picture_in, folder_of(args.file))
    answers = [*answered(_entries(args.file), policies, roster=roster, contacts=contacts, pictures=pictures)]
    if args.format == "text":
        from gatepost.cli.verdicts.page import page

        print_text(page(answers))
    else:
        print_objects([as_object(entry, said) for entry, said, _ in answers], form=args.format)
    return status(answers)


def _entries(name: str) -> list[Entry]:
    try:
        return read_entries(read_text(name), name=name)
    except UsageProblem as problem:
        return [Entry(1, problem=str(problem))]


def answered(
    entries: list[Entry],
    policies: Policies,
    *,
    roster: Any = None,
    contacts: tuple[str, ...] = (),
    pictures: Callable[[str], bytes] | None = None,
) -> Iterator[Answer]:
    """Yield each situation with its verdict; one that cannot be read stops none of the others.

    `pictures` reads the files that situations name; without it nothing looks into them.
    """
    from gatepost.screening import screen

    for entry in entries:
        if entry.problem is not None:
            yield Answer(entry, entry.problem)
            continue
        try:
            chosen = policies.for_situation(entry.data)
            verdict = screen(entry.data, policies=chosen, roster=roster, contacts=contacts, pictures=pictures)
            yield Answer(entry, verdict, chosen[0])
        except (SituationError, NoPolicy) as error:
            yield Answer(entry, str(error))


def as_object(entry: Entry, said: Verdict | str) -> dict[str, Any]:
    """Return the contract's object: a verdict, or an error under the situation's id or else its line."""
    if isinstance(said, Verdict):
        return said.as_json()
    return {**name_of(entry), "error": said}


def name_of(entry: Entry) -> dict[str, Any]:
    """Return the situation's id where it has one, else its line in the file."""
    held = entry.data.get("id") if isinstance(entry.data, Mapping) else None
    return {"line": entry.line} if held is None else {"id": str(held)}


def status(answers: list[Answer]) -> int:
    """Return 2 where anything could not be read, 1 where any outcome stands in the way, else 0."""
    if any(isinstance(said, str) for _, said, _ in answers):
        return 2
    return 1 if any(said.outcome not in EASY for _, said, _ in answers if isinstance(said, Verdict)) else 0
