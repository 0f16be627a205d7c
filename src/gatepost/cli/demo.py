"""Try Gatepost in a browser, on an invented trust with five schools, each running one of five policies.

Everything stays in one folder on this computer and can be deleted with it. Nobody needs a password: on the first page,
choose whom to be. Stop it with Ctrl-C; the next start goes on from there.
"""

import argparse
import os
from pathlib import Path

from gatepost.cli import records
from gatepost.cli.output import print_text

_OURS = "GATEPOST_"
_KEPT = frozenset({"GATEPOST_LOOK"})
"""What leads to no real record: whether pictures are looked into, which takes two cores some seconds for each."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `gatepost demo` takes."""
    parser.add_argument(
        "--data", metavar="FOLDER", default="gatepost-demo-data", help="where the invented records are kept"
    )
    parser.add_argument("--port", type=int, default=8000, help="the port to try first; 8000 unless said")
    parser.add_argument("--open", action="store_true", help="open the browser")
    parser.add_argument("--fresh", action="store_true", help="throw away what was tried, and begin again")
    parser.add_argument("--print", action="store_true", help="print worked examples instead; starts nothing")


def run(args: argparse.Namespace) -> int:
    """Serve the demo until Ctrl-C, or print the worked examples."""
    if args.print:
        return _print_examples()
    _only_the_demos_settings(Path(args.data).resolve())
    status: int = records.command("demo").demo(port=args.port, open_browser=args.open, fresh=args.fresh, say=print_text)
    return status


def _print_examples() -> int:
    from gatepost.cli.demonstration import demonstration
    from gatepost.cli.terminal import Terminal

    print_text("\n".join(demonstration(Terminal.here())))
    return 0


def _only_the_demos_settings(folder: Path) -> None:
    """Forget every setting of a real Gatepost: the demo lets anybody in, so it must never reach real records."""
    for name in [name for name in os.environ if name.startswith(_OURS) and name not in _KEPT]:
        del os.environ[name]
    os.environ |= {"GATEPOST_DEMO": "1", "GATEPOST_DATA": str(folder)}
