"""Put a school’s pupils on the roll, from a list: the roster format, or OneRoster’s files (a zip, a folder, users.csv).

Who is there already is found by UPN, MIS ID or admission number, never by a name alone. Exit status 0 where all is
taken in, 1 where a person has something to look at, 2 where the file cannot be read, or would take more than half of
the school off the roll and nobody said --missing-have-left; then nothing has changed.
"""

import argparse

from gatepost.cli.lists import add_list_arguments, taken_in


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the commands about the roll."""
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", dest="roll_command", required=True)
    plain = argparse.RawDescriptionHelpFormatter
    sub = commands.add_parser(
        "import", help="take in a roll", description=__doc__, formatter_class=plain, allow_abbrev=False
    )
    add_list_arguments(sub, what="the roll, as CSV, Excel (.xlsx), OneRoster zip or folder")


def run(args: argparse.Namespace) -> int:
    """Import the roll."""
    return taken_in(args, kind="roll")
