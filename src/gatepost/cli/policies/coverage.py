"""Print, for each clause and each of its points, what carries it, and count what carries how much.

Exit status 1 where anything is carried by nothing.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from typing import Any

from gatepost.cli.output import print_json, print_text
from gatepost.cli.policies.arguments import add_format, add_policy, found
from gatepost.cli.policies.carriers import carrier_object, say_carrier
from gatepost.cli.terminal import Terminal
from gatepost.policy import Document
from gatepost.policy.document import CARRIERS, Point


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `gatepost policy coverage` takes."""
    add_policy(parser)
    add_format(parser)


def run(args: argparse.Namespace) -> int:
    """Print the coverage. Returns 1 where a point is carried by nothing."""
    document = found(args.policy).document
    if args.format == "json":
        print_json(coverage(document))
    else:
        print_text("\n".join(_lines(document, Terminal.here())))
    return 1 if bare(document) else 0


def counted(document: Document) -> dict[str, int]:
    """Return how many points each kind of carrier carries; a point with two kinds counts under both."""
    counts = Counter(kind for point in document.points for kind in {carrier.kind for carrier in point.carriers})
    return {kind: counts[kind] for kind in CARRIERS}


def bare(document: Document) -> int:
    """Return how many points are carried by nothing."""
    return sum(1 for point in document.points if not point.carriers)


def coverage(document: Document) -> dict[str, Any]:
    """Return the coverage as one object."""
    clauses = [{"ref": clause.ref, "points": [_point(point) for point in clause.points]} for clause in document.clauses]
    return {
        "policy": document.head.id,
        "clauses": clauses,
        "references": len(document.clauses),
        "points": len(document.points),
        "carried_by": counted(document),
        "carried_by_nothing": bare(document),
    }


def _point(point: Point) -> dict[str, Any]:
    carriers = [carrier_object(carrier) for carrier in point.carriers]
    return {"point": point.number, "strength": point.strength, "carriers": carriers}


def _lines(document: Document, terminal: Terminal) -> Iterator[str]:
    for clause in document.clauses:
        for point in clause.points:
            name = f"{point.ref} point {point.number}" if len(clause.points) > 1 else point.ref
            yield terminal.paint(name, "bold")
            for carrier in point.carriers:
                yield from terminal.wrapped(say_carrier(carrier), first="  ", later="    ")
            if not point.carriers:
                yield terminal.paint("  carried by nothing", "bold", "red")
    yield ""
    yield f"{document.head.id}: {len(document.clauses)} references, {len(document.points)} points"
    for kind, count in counted(document).items():
        yield f"  {kind:<12} {count:>4}"
    nothing = bare(document)
    yield terminal.paint(f"carried by nothing: {nothing}", "bold", "red" if nothing else "green")
