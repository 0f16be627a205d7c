"""docs/reference/cli.md: the help of every command."""

import argparse
import os
from collections.abc import Iterator

from gatepost.cli.main import COMMANDS, parser
from gatepost.cli.reference.markdown import page

_WIDTH = "100"


def commands_page() -> str:
    """Return the page: what each command prints for --help, at one width whatever the terminal."""
    before = os.environ.get("COLUMNS")
    os.environ["COLUMNS"] = _WIDTH  # argparse asks for it, and a terminal's own width must not change the page
    try:
        parts = [_part("gatepost", parser())]
        for name in COMMANDS:
            parts += [_part(title, each) for title, each in _chosen(name)]
    finally:
        if before is None:
            del os.environ["COLUMNS"]
        else:
            os.environ["COLUMNS"] = before
    return page("The command line", *parts)


def _chosen(name: str) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Yield the parser of a command, and those of the commands below it."""
    sub = _below(parser(name))[name]
    yield f"gatepost {name}", sub
    for inner, each in _below(sub).items():
        yield f"gatepost {name} {inner}", each


def _below(each: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    # argparse offers no public way to the parsers below a parser.
    for action in each._actions:
        if isinstance(action, argparse._SubParsersAction):
            return dict(action.choices)
    return {}


def _part(title: str, each: argparse.ArgumentParser) -> str:
    return f"## {title}\n\n```text\n{each.format_help().strip()}\n```"
