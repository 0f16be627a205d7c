"""Do what Gatepost does by itself: each minute, look again at what is signed off, and stop what no longer holds.

Run one beside `gatepost serve`. Nothing goes out unchecked without it: the gate looks by itself, whenever a post is
opened, taken on or marked live. With it, people learn sooner that a post has been stopped.
"""

import argparse

from gatepost.cli import records
from gatepost.cli.output import print_text


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `gatepost worker` takes."""
    parser.add_argument("--once", action="store_true", help="look once, and end")


def run(args: argparse.Namespace) -> int:
    """Look once, or each minute until told to stop."""
    status: int = records.command("worker").work(once=args.once, say=print_text)
    return status
