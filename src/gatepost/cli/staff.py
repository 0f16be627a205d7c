"""Take in a school’s list of staff, as the page “Give in a list” does: people and roles are added, a last day recorded.

All of it is taken in, or nothing. Nobody is deleted and no role is ended by it; whoever is missing in the list stays,
and is named. People are known by their e-mail address alone. Exit status 0 where all is taken in, 1 where a row is
wrong, 2 where the file cannot be read; in both, nothing has changed.
"""

import argparse
from collections.abc import Iterator, Mapping
from typing import Any, Final

from gatepost.cli import records
from gatepost.cli.output import print_json, print_text
from gatepost.cli.reading import read_bytes

_FIRST: Final = """Make somebody the first of the central team of a trust, at each of its schools.

The central team gives roles for every school on the page “Roles for every school”, to others of the central team too.
Nobody gives one to themselves, so the first comes from whoever runs the server. Refused where there is a central team.
"""
_STATES: Final = {"new": "+", "changed": "*", "leaving": "-"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the commands about staff."""
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", dest="staff_command", required=True)
    plain = argparse.RawDescriptionHelpFormatter
    sub = commands.add_parser(
        "import", help="take in a list of staff", description=__doc__, formatter_class=plain, allow_abbrev=False
    )
    sub.add_argument("file", metavar="FILE", help="the list, as CSV or Excel (.xlsx); - for standard input")
    sub.add_argument("--school", required=True, metavar="SLUG", help="the school’s part of every address")
    sub.add_argument(
        "--by", required=True, metavar="EMAIL",
        help="who answers for it: somebody who may change people there. It stands in the history under their name",
    )  # fmt: skip
    sub.add_argument("--dry-run", action="store_true", help="say what it would change, and change nothing")
    sub.add_argument("--format", choices=("text", "json"), default="text", help="text for people, json for programs")
    sub.set_defaults(act=_import)
    first = commands.add_parser(
        "central-team", help="make somebody the first of a trust’s central team", description=_FIRST,
        formatter_class=plain, allow_abbrev=False,
    )  # fmt: skip
    first.add_argument("email", metavar="EMAIL", help="the address with which they sign in, or will")
    first.add_argument("--school", required=True, metavar="SLUG", help="the part of its addresses of any school there")
    first.add_argument("--name", default="", metavar="NAME", help="their name, where they are not of the trust yet")
    first.set_defaults(act=_central_team)


def run(args: argparse.Namespace) -> int:
    """Do what was asked, and return the exit status."""
    status: int = args.act(args)
    return status


def _central_team(args: argparse.Namespace) -> int:
    print_text(records.command("staff").found_central_team(school=args.school, email=args.email, name=args.name))
    return 0


def _import(args: argparse.Namespace) -> int:
    data = read_bytes(args.file)
    told: dict[str, Any] = records.command("staff").take_in(
        data, school=args.school, by=args.by, dry_run=args.dry_run
    )  # fmt: skip
    if args.format == "json":
        print_json(told)
    else:
        print_text("\n".join(_lines(told, dry_run=args.dry_run)))
    return 1 if told["errors"] else 0


def _lines(told: Mapping[str, Any], *, dry_run: bool) -> Iterator[str]:
    counts = told["counts"]
    if told["errors"]:
        yield "Nothing is taken in. Correct these rows first:"
        yield from (f"  {_row(one)}{one['message']}" for one in told["errors"])
    else:
        yield (
            f"{'Would take in' if dry_run else 'Taken in'}: new {counts['new']}, changed {counts['changed']}, "
            f"leaving {counts['leaving']}, as before {counts['same']}."
        )
    for row in told["rows"]:
        if row["state"] in _STATES:
            yield f"{_STATES[row['state']]} {row['name']} <{row['email']}>: {row['does']}"
    yield from (f"? {one['name']} <{one['email']}> is missing in the list, and stays" for one in told["missing"])
    yield from (f"Note: {_row(one)}{one['message']}" for one in told["remarks"])


def _row(one: Mapping[str, Any]) -> str:
    return f"row {one['row']}: " if one["row"] else ""
