"""Take in what families answered, from a list that the school’s information system exported.

Every no that surely is a pupil’s counts at once, and stops posts. A yes waits until nothing is left to choose or look
at, or until you say --skip-review. Exit status 0 where all is taken in, 1 where a person has something to do, 2 where
the file cannot be read; then nothing has changed.
"""

import argparse

from gatepost.cli.lists import add_list_arguments, taken_in


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the commands about permissions."""
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", dest="consents_command", required=True)
    plain = argparse.RawDescriptionHelpFormatter
    sub = commands.add_parser(
        "import", help="take in a list of permissions", description=__doc__, formatter_class=plain, allow_abbrev=False
    )
    add_list_arguments(sub, what="the list, as CSV or Excel (.xlsx)")
    sub.add_argument(
        "--skip-review", action="store_true", help="take in what is sure beside what a person must still look at"
    )


def run(args: argparse.Namespace) -> int:
    """Import the list."""
    return taken_in(args, kind="consents", skip_review=args.skip_review)
