"""Find what is overdue, superseded, closed, left over, contradictory or missing in a policy.

ID_OR_PATH is a policy of the library, a policy's YAML file, or a policy as plain text or PDF. Exit status 1 where
anything is wrong or wants a person's eye.
"""

import argparse
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import PurePath
from typing import Any

from gatepost import library
from gatepost.cli.output import UsageProblem, print_json, print_text
from gatepost.cli.policies.arguments import add_format, found
from gatepost.cli.reading import read_text, shown
from gatepost.cli.terminal import Terminal, harmless
from gatepost.policy.lint import LintFinding, lint_document, lint_text, read_law
from gatepost.policy.lint.law import Law

_COLOURS = {"error": "red", "warning": "amber", "note": "faint"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `gatepost policy lint` takes."""
    parser.add_argument("policy", metavar="PATH_OR_ID", help="a policy: an id, a YAML file, plain text or PDF, or -")
    parser.add_argument("--today", metavar="DATE", type=_day, help="judge as on this day, as 2026-11-21; else today")
    add_format(parser)


def run(args: argparse.Namespace) -> int:
    """Print the remarks on one policy. Returns 1 where there is an error or a warning, else 0."""
    today = args.today or date.today()  # noqa: DTZ011  (the day where the person sits)
    found_here = remarks(
        args.policy, today=today, law=read_law(library.text("law"), topics=library.text("guidance_topics"))
    )
    if args.format == "json":
        objects = [as_object(each) for each in found_here]
        print_json({"policy": args.policy, "today": today.isoformat(), "findings": objects})
    else:
        print_text("\n".join(_lines(args.policy, found_here, today, Terminal.here())))
    return 1 if any(each.severity != "note" for each in found_here) else 0


def remarks(name: str, *, today: date, law: Law) -> tuple[LintFinding, ...]:
    """Return the remarks on a policy by its id, or on the file of that name."""
    ending = PurePath(name).suffix.casefold()
    if name in (*library.IDS, library.BASELINE) or ending in (".yaml", ".yml"):
        return lint_document(found(name).document, today=today, law=law)
    words = _pdf(name) if ending == ".pdf" else read_text(name)
    return lint_text(words, today=today, law=law, name=shown(name))


def as_object(remark: LintFinding) -> dict[str, Any]:
    """Return a remark as an object."""
    return {
        "rule": remark.rule,
        "severity": remark.severity,
        "message": remark.message,
        "file": remark.where.file,
        "line": remark.where.line,
        "column": remark.where.column,
        "words": remark.words,
        "refs": list(remark.refs),
        "hint": remark.hint,
    }


def _day(word: str) -> date:
    try:
        return date.fromisoformat(word)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{word!r} is not a day: write 2026-11-21") from None


def _pdf(name: str) -> str:
    from gatepost.policy.lint.pdf import UnableToReadPdf, read_pdf_text

    try:
        return read_pdf_text(name)
    except (UnableToReadPdf, OSError) as error:
        raise UsageProblem(f"“{name}” cannot be read: {error}") from None


def _lines(name: str, found_here: Sequence[LintFinding], today: date, terminal: Terminal) -> Iterator[str]:
    for each in found_here:
        quoted = f" “{each.words}”" if each.words else ""
        label = f"{each.where.line}: {each.severity}"
        lines = terminal.wrapped(harmless(f"{label}  {each.message}{quoted}"), later="    ")
        lines[0] = lines[0].replace(label, terminal.paint(label, "bold", _COLOURS[each.severity]), 1)
        yield from lines
        yield from terminal.wrapped(harmless(each.hint), first="    ")
        if each.refs:
            yield from terminal.wrapped(harmless(f"({each.rule}; rests on {'; '.join(each.refs)})"), first="    ")
    counts = {grave: sum(each.severity == grave for each in found_here) for grave in _COLOURS}
    said = ", ".join(f"{count} {grave}s" if count != 1 else f"1 {grave}" for grave, count in counts.items())
    yield terminal.paint(f"{harmless(name)}, as on {today.day} {today:%B %Y}: {said}.", "bold")
