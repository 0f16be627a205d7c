"""Show where two policies differ, parameter by parameter, each value with the clauses that state it.

What both say alike is left out. Exit status 0, whether they differ or not.
"""

import argparse
from collections.abc import Iterator
from itertools import groupby

from gatepost.cli.output import print_json, print_text
from gatepost.cli.policies.arguments import add_format, add_policy, found
from gatepost.cli.terminal import Terminal, harmless
from gatepost.policy.compare import Comparison, Stated, compare
from gatepost.policy.controls.table import CONTROLS


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `gatepost policy compare` takes."""
    add_policy(parser, "a")
    add_policy(parser, "b")
    add_format(parser)


def run(args: argparse.Namespace) -> int:
    """Print the differences of two policies."""
    comparison = compare(found(args.a).document, found(args.b).document)
    if args.format == "json":
        print_json(comparison.as_json())
    else:
        print_text("\n".join(_lines(comparison, Terminal.here())))
    return 0


def _lines(comparison: Comparison, terminal: Terminal) -> Iterator[str]:
    a, b = harmless(comparison.a), harmless(comparison.b)
    differing = len(comparison.differences)
    yield terminal.paint(f"{a} and {b}", "bold")
    yield f"They differ on {_counted(differing)} and agree on {_counted(comparison.same)}."
    width = max(len(a), len(b)) + 2
    for about, differences in groupby(comparison.differences, key=lambda difference: difference.about):
        yield ""
        yield from terminal.wrapped(_heading(about), later="  ")
        for difference in differences:
            if difference.parameter:
                yield terminal.paint(f"  {harmless(difference.says)}", "faint")
            yield from _side(a, difference.a, difference.b, width, terminal)
            yield from _side(b, difference.b, difference.a, width, terminal)


def _counted(count: int) -> str:
    return "one thing" if count == 1 else f"{count} things"


def _heading(about: str) -> str:
    """Return what a group of differences is about, in words."""
    if about in ("head", "channels"):
        return {"head": "At the head", "channels": "Official accounts"}[about]
    says = " ".join((CONTROLS[about].__doc__ or "").split("\n\n")[0].split())
    return f"{about}: {says}"


def _side(
    name: str, stated: tuple[Stated, ...], other: tuple[Stated, ...], width: int, terminal: Terminal
) -> Iterator[str]:
    """Yield what one policy says and the other does not."""
    alike = {item.value for item in other}
    own = [item for item in stated if item.value not in alike]
    first = f"    {name:<{width}}"
    if not own:
        says = "does not say" if not stated else "nothing beyond what both say"
        yield from terminal.wrapped(says, first=first)
    for item in own:
        refs = f" ({', '.join(item.refs)})" if item.refs else ""
        yield from terminal.wrapped(harmless(f"{item.value}{refs}"), first=first)
        first = " " * len(first)
