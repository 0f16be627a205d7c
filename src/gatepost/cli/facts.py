"""Print every fact that a situation may give: its type, what it says, and what happens where it is not known."""

import argparse

from gatepost.cli.output import print_text


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `gatepost facts` takes: nothing."""
    del parser


def run(args: argparse.Namespace) -> int:
    """Print the reference of facts as Markdown."""
    from gatepost.cli.reference.facts import facts_page

    del args
    print_text(facts_page().rstrip())
    return 0
