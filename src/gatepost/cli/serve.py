"""Serve Gatepost to a school or a trust.

Needs GATEPOST_SECRET_KEY. Put a web server that speaks HTTPS in front of it; run `gatepost worker` beside it. Every
setting is in docs/reference/settings.md.
"""

import argparse

from gatepost.cli import records
from gatepost.cli.output import print_text


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `gatepost serve` takes."""
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on; only this computer unless said")
    parser.add_argument("--port", type=int, default=8000, help="8000 unless said")
    parser.add_argument("--workers", type=int, default=2, help="processes that answer; 2 unless said")
    parser.add_argument("--migrate", action="store_true", help="bring the database up to date first")


def run(args: argparse.Namespace) -> int:
    """Serve until told to stop."""
    status: int = records.command("serve").serve(
        host=args.host, port=args.port, workers=args.workers, migrate=args.migrate, say=print_text
    )
    return status
