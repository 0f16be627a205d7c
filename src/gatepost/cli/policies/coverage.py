"""Print, for each clause and each of its points, what carries it, and count what carries how much.

Exit status 1 where anything is carried by nothing.
"""

import argparse
from collections.abc import Iterator

from gatepost.cli.output import print_json, print_text
from gatepost.cli.policies.arguments import add_format, add_policy, found
from gatepost.cli.policies.carriers import say_carrier
from gatepost.cli.terminal import Terminal
from gatepost.policy.coverage import Coverage, coverage


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `gatepost policy coverage` takes."""
    add_policy(parser)
    add_format(parser)


def run(args: argparse.Namespace) -> int:
    """Print the coverage. Returns 1 where a point is carried by nothing."""
    carried = coverage(found(args.policy).document)
    if args.format == "json":
        print_json(carried.as_json())
    else:
        print_text("\n".join(_lines(carried, Terminal.here())))
    return 1 if carried.nothing else 0


def _lines(carried: Coverage, terminal: Terminal) -> Iterator[str]:
    several = {row.ref for row in carried.rows if row.number > 1}
    for row in carried.rows:
        name = f"{row.ref} point {row.number}" if row.ref in several else row.ref
        yield terminal.paint(name, "bold")
        for carrier in row.carriers:
            yield from terminal.wrapped(say_carrier(carrier), first="  ", later="    ")
        if not row.carriers:
            yield terminal.paint("  carried by nothing", "bold", "red")
    yield ""
    yield f"{carried.policy}: {carried.references} references, {len(carried.rows)} points"
    for kind, count in carried.counts.items():
        yield f"  {kind:<12} {count:>4}"
    yield terminal.paint(f"carried by nothing: {carried.nothing}", "bold", "red" if carried.nothing else "green")
