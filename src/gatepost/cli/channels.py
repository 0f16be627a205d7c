"""Keep the register of official accounts: list it, take in a table of accounts, and check what is due on them.

A table is taken in whole, or not at all: CSV, Excel (.xlsx), or text as it was copied out of a policy. An account that
is missing in it stays as it is, and one that is open is closed by its steps alone. Without --dry-run `import` takes it
in at once, as the other imports do. Exit status of `check`: 0 where nothing is overdue and nothing stops posting, 1
otherwise. Of `import`: 0 taken in, 1 a row is wrong and nothing has changed. 2 where a file cannot be read.
"""

import argparse
from collections.abc import Iterator, Mapping
from typing import Any

from gatepost.cli import records
from gatepost.cli.output import print_json, print_text
from gatepost.cli.reading import read_bytes

_STATES = {"new": "+", "changed": "*", "same": "="}
_TO_PUT_RIGHT = ("locked", "trial", "against")
"""What stops posting and is to be put right, beside the checks that lapsed: those are among what is due."""
_OFFICIAL = {
    "yes": "official",
    "no": "not official",
    "not settled yet": "whether it is official is not settled yet",
    "policy does not say": "the policy does not say whether it is official",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the commands about accounts."""
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", dest="channels_command", required=True)
    listing = _command(commands, "list", "print every account, and what is due on it", _list)
    taking = _command(commands, "import", "take in a table of accounts", _import)
    checking = _command(commands, "check", "say what is overdue, or stops posting", _check)
    taking.add_argument("file", metavar="FILE", help="the table, as CSV, Excel (.xlsx) or text; - for standard input")
    taking.add_argument("--dry-run", action="store_true", help="say what it would change, and change nothing")
    for sub in (listing, taking, checking):
        sub.add_argument("--school", required=True, metavar="SLUG", help="the school’s part of every address")
        sub.add_argument(
            "--format", choices=("text", "json"), default="text", help="text for people, json for programs"
        )


def _command(commands: Any, name: str, says: str, act: Any) -> argparse.ArgumentParser:
    plain = argparse.RawDescriptionHelpFormatter
    sub: argparse.ArgumentParser = commands.add_parser(
        name, help=says, description=__doc__, formatter_class=plain, allow_abbrev=False
    )
    sub.set_defaults(act=act)
    return sub


def run(args: argparse.Namespace) -> int:
    """Do what was asked."""
    status: int = args.act(args)
    return status


def _list(args: argparse.Namespace) -> int:
    told: dict[str, Any] = records.command("channels").listed(school=args.school)
    _print(args, told, _register(told))
    return 0


def _check(args: argparse.Namespace) -> int:
    told: dict[str, Any] = records.command("channels").listed(school=args.school)
    due = [one for one in told["duties"] if one["overdue"] or one["stops_posting"]]
    stopped = [one for one in told["accounts"] if one["kind"] == "account" and one["stopped_by"] in _TO_PUT_RIGHT]
    _print(args, told, _due(told, due, stopped))
    return 1 if due or stopped else 0


def _import(args: argparse.Namespace) -> int:
    data = read_bytes(args.file)
    told: dict[str, Any] = records.command("channels").take_in(data, school=args.school, dry_run=args.dry_run)
    _print(args, told, _difference(told, dry_run=args.dry_run))
    return 1 if told["errors"] else 0


def _print(args: argparse.Namespace, told: Mapping[str, Any], lines: Iterator[str]) -> None:
    if args.format == "json":
        print_json(told)
    else:
        print_text("\n".join(lines))


def _register(told: Mapping[str, Any]) -> Iterator[str]:
    if not told["accounts"]:
        yield "No account is on the register."
    for one in told["accounts"]:
        closed = f", closed {one['closed_on']}" if one["closed_on"] else ""
        official = _OFFICIAL[one["official"]]
        yield f"{one['name']} on {one['platform_name']}, opened {one['opened_on']}{closed}: {official}"
        yield from (f"    {reason['source']} {reason['ref']}: {reason['says']}" for reason in _against(one))
        if one["stopped_by"] not in (None, "closed", "against", "lapse"):  # of those the lines around tell
            yield f"  STOPPED {one['why_stopped']}"
        for title, key in (("administrators", "admins"), ("posters", "posters")):
            if one[key]:
                yield f"  {title}: {', '.join(row['name'] for row in one[key])}"
        yield from (f"  {_owed(duty)}" for duty in one["duties"])


def _against(one: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [reason for reason in one["reasons"] if reason["outcome"] in ("not_official", "block")]


def _due(
    told: Mapping[str, Any], due: list[Mapping[str, Any]], stopped: list[Mapping[str, Any]]
) -> Iterator[str]:  # fmt: skip
    names = {one["id"]: f"{one['name']} on {one['platform_name']}" for one in told["accounts"]}
    yield from (f"STOPPED {one['why_stopped']}" for one in stopped)
    if not due and not stopped:
        yield f"Nothing is overdue on {len(names)} accounts."
    yield from (f"{names.get(one['account'], 'an account')}: {_owed(one)}" for one in due)


def _owed(duty: Mapping[str, Any]) -> str:
    # Of what nobody has ever looked at, no day says since when.
    dated = duty["due_on"] and duty["word"] != "Due today" and duty["state"] != "never"
    when = f" Due {duty['due_on']}." if dated else ""
    late = " Nothing can be posted until it is done." if duty["stops_posting"] else ""
    clause = f" ({duty['source']} {duty['ref']})" if duty["ref"] else ""
    return f"{duty['word'].upper()} {duty['says']}{when}{late}{clause}".strip()


def _difference(told: Mapping[str, Any], *, dry_run: bool) -> Iterator[str]:
    counts = told["counts"]
    if told["errors"]:
        yield "Nothing is taken in. Correct these rows first:"
        yield from (f"  {_row(one)}{one['message']}" for one in told["errors"])
    else:
        verb = "Would take in" if dry_run else "Taken in"
        yield f"{verb}: new {counts['new']}, changed {counts['changed']}, as before {counts['same']}."
    for row in told["rows"]:
        yield f"{_STATES[row['state']]} {row['name']} on {row['platform']}"
        yield from (f"    {_change(one)}" for one in row["changes"])
        yield from (f"    stays on the list, though the table leaves them out: {name}" for name in row["stays"])
    yield from (f"? {one['name']} on {one['platform']} is missing in the table, and stays" for one in told["missing"])
    yield from (f"Note: {_row(one)}{one['message']}" for one in told["remarks"])
    if told["ignored"]:
        yield f"Columns that are left out: {', '.join(told['ignored'])}"


def _row(one: Mapping[str, Any]) -> str:
    return f"row {one['row']}: " if one["row"] else ""


def _change(one: Mapping[str, Any]) -> str:
    return f"{one['label']}: {one['before']} → {one['after']}" if one["before"] else f"{one['label']}: {one['after']}"
