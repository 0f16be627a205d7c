"""What the commands that take in a list from the MIS share: their arguments, and how they say what came of it."""

import argparse
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from gatepost.cli import records
from gatepost.cli.output import UsageProblem, print_json, print_text
from gatepost.cli.reading import read_bytes, read_text

_MOST: Final = 40
"""Rows of a sort that are printed for people."""


def add_list_arguments(parser: argparse.ArgumentParser, *, what: str) -> None:
    """Declare what both imports take."""
    parser.add_argument("file", metavar="FILE", help=f"{what}; - for standard input")
    parser.add_argument("--school", required=True, metavar="SLUG", help="the school’s part of every address")
    parser.add_argument("--mapping", metavar="MAPPING.json", help="what a person would choose on the page, as JSON")
    parser.add_argument(
        "--full", action="store_true", help="the list has everybody: whoever is missing is off the roll"
    )
    parser.add_argument(
        "--missing-have-left", action="store_true",
        help="those whom the list leaves out have left, though they are more than half of the school",
    )  # fmt: skip
    parser.add_argument("--dry-run", action="store_true", help="say what it would change, and change nothing")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="text for people, json for programs")


def taken_in(args: argparse.Namespace, *, kind: str, skip_review: bool = True) -> int:
    """Import the list, print what came of it and return the exit status: 1 where a person has something to do."""
    told: dict[str, Any] = records.command("imports").take_in(
        files=_files(args.file), kind=kind, name=Path(args.file).name if args.file != "-" else "", school=args.school,
        mapping=_mapping(args), dry_run=args.dry_run, everything=skip_review,
    )  # fmt: skip
    if args.format == "json":
        print_json(told)
    else:
        print_text("\n".join(_lines(told, dry_run=args.dry_run)))
    return 1 if told["errors"] or told["review"] or told["choices_needed"] else 0


def _files(name: str) -> dict[str, bytes]:
    """Return the bytes of a file under no name, or of each CSV file of a folder by its name."""
    folder = Path(name)
    if name != "-" and folder.is_dir():
        found = {path.name.casefold(): read_bytes(str(path)) for path in sorted(folder.glob("*.csv"))}
        if not found:
            raise UsageProblem(f"There is no CSV file in the folder “{name}”.")
        return found
    return {"": read_bytes(name)}


def _mapping(args: argparse.Namespace) -> dict[str, Any]:
    given: Any = {}
    if args.mapping:
        try:
            given = json.loads(read_text(args.mapping))
        except json.JSONDecodeError as wrong:
            raise UsageProblem(f"“{args.mapping}” is no JSON: line {wrong.lineno}, {wrong.msg}.") from None
        if not isinstance(given, dict):
            raise UsageProblem(f'“{args.mapping}” is no JSON object, such as {{"columns": {{"Ref": "upn"}}}}.')
    flags = {"full": args.full, "missing_have_left": args.missing_have_left}
    return {**given, **{part: True for part, said in flags.items() if said}}


def _lines(told: Mapping[str, Any], *, dry_run: bool) -> Iterator[str]:
    counts = told["counts"]
    yield f"{told['rows']:,} rows; {'would change' if dry_run else 'changed'}:"
    yield from (f"  {number:>6,} {sort}" for sort, number in counts.items() if number)
    for title, rows, key in (("Wrong", told["errors"], "message"), ("To look at", told["review"], "why")):
        if rows:
            yield f"{title}:"
            yield from (f"  row {one['row']}: {one[key]}" for one in rows[:_MOST])
            yield from [f"  … and {len(rows) - _MOST:,} more: --format json has them all"] * (len(rows) > _MOST)
    if told["choices_needed"]:
        yield "To choose, in the mapping or on the page:"
        yield from (f"  {_asked(one)} ({one['kind']}, rows: {one['rows']})" for one in told["choices_needed"])
    if told["held_back"]:
        yield "No new yes was taken in. Put these right, or say --skip-review to take in the rest."


def _asked(one: Mapping[str, Any]) -> str:
    """Return a question, with the flag that answers it where there is one."""
    return f"{one['ask']} If they have left, say --missing-have-left." if one["kind"] == "missing" else str(one["ask"])
