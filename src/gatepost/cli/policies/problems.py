"""Say whether a policy's file can be used, and if not, where it is wrong and what to write instead."""

import argparse
from typing import Any

from gatepost import library
from gatepost.cli.output import print_json, print_text
from gatepost.cli.policies.arguments import add_format
from gatepost.cli.policies_in_force import in_force
from gatepost.cli.reading import read_bytes, shown
from gatepost.cli.terminal import harmless
from gatepost.policy import Document, PolicyError, Problem, compile_policy, read_document


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `gatepost policy validate` takes."""
    parser.add_argument("path", metavar="PATH", help="a policy's YAML file, an id of the library, or -")
    add_format(parser)


def run(args: argparse.Namespace) -> int:
    """Validate one file. Returns 0 where it can be used, 1 where it has problems, 2 where there is no such file."""
    try:
        document = read(args.path)
    except PolicyError as error:
        _report(args, problems=error.problems, document=None)
        return 1
    _report(args, problems=(), document=document)
    return 0


def read(name: str) -> Document:
    """Return the document of that id or in that file. Raises PolicyError, or UsageProblem where there is no file."""
    if name in (*library.IDS, library.BASELINE):
        return read_document(library.text(name), file=f"{name}.yaml")
    document = read_document(read_bytes(name), file=shown(name))
    in_force(compile_policy(document))  # a supplement must not loosen
    return document


def _report(args: argparse.Namespace, *, problems: tuple[Problem, ...], document: Document | None) -> None:
    if args.format == "json":
        print_json({"file": args.path, "valid": not problems, "problems": [as_object(each) for each in problems]})
    elif document is not None:
        size = f"{len(document.clauses)} clauses, {len(document.points)} points"
        print_text(f"{harmless(args.path)} can be used: {size}.")
    else:
        count = f"{len(problems)} problems" if len(problems) > 1 else "One problem"
        print_text("\n\n".join([*(harmless(each) for each in problems), f"{count} to put right."]))


def as_object(problem: Problem) -> dict[str, Any]:
    """Return a problem as an object. Lines and columns count from 1."""
    place = problem.place
    return {
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "message": problem.message,
        "hint": problem.hint,
    }
