"""The school's roll and its own contact details, as the command line is given them."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from gatepost.cli.output import UsageProblem
from gatepost.cli.reading import read_text

if TYPE_CHECKING:
    from gatepost.detectors import Roster


def add_roll_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare `--roster` and `--school-contacts`."""
    parser.add_argument("--roster", metavar="CSV", help="the roll, so that pupils named in a text are found")
    parser.add_argument(
        "--school-contacts", metavar="FILE", help="the school's own numbers and addresses, one a line: no problem"
    )


def read_roll(name: str | None) -> "Roster | None":
    """Return the roll in a CSV file, or None where no file is given. Raises UsageProblem where it cannot be read."""
    if name is None:
        return None
    from gatepost.detectors import RosterError, read_roster

    try:
        return read_roster(Path(name))
    except RosterError as error:
        raise UsageProblem(str(error)) from None
    except (OSError, ValueError) as error:
        raise UsageProblem(f"The roll “{name}” cannot be read: {error}.") from None


def read_contacts(name: str | None) -> tuple[str, ...]:
    """Return the lines of the file of the school's own contact details; none where no file is given."""
    lines = read_text(name).split("\n") if name else []
    return tuple(line.strip() for line in lines if line.strip())
