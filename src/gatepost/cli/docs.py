"""Write the pages of docs/reference from the code, or with --check say which are out of date.

Run it in the root of the repository.
"""

import argparse
from pathlib import Path

from gatepost.cli.output import UsageProblem, print_text


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `gatepost docs` takes."""
    parser.add_argument("--check", action="store_true", help="change nothing; exit status 1 where one is out of date")
    parser.add_argument("--root", metavar="FOLDER", default=".", help="the repository's root; here unless said")


def run(args: argparse.Namespace) -> int:
    """Write the pages. With --check, returns 1 where one differs from what the code says."""
    root = Path(args.root)
    if not (root / "src" / "gatepost").is_dir():
        raise UsageProblem(f"“{args.root}” is not the root of Gatepost's repository. Go there, or use --root.")
    wanted = {root / path: text for path, text in written().items()}
    stale = [path for path, text in wanted.items() if not path.is_file() or path.read_text("utf-8") != text]
    if args.check:
        print_text("\n".join(f"out of date: {path}" for path in stale) or "The reference is up to date.")
        return 1 if stale else 0
    for path in stale:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(wanted[path], "utf-8", newline="\n")
    print_text("\n".join(f"written: {path}" for path in stale) or "The reference is up to date.")
    return 0


def written() -> dict[str, str]:
    """Return every page that is written from the code: its path below the root, and its text."""
    from gatepost.cli.reference import PAGES

    return {**{f"docs/reference/{name}": write() for name, write in PAGES.items()}, **_schema()}


def _schema() -> dict[str, str]:
    from gatepost.policy.schema import FILE, schema_text

    return {f"src/gatepost/policy/{FILE}": schema_text()}
