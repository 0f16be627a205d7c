"""The school's roll and its own contact details, as the command line is given them."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from gatepost.cli.output import UsageProblem
from gatepost.cli.reading import read_text

if TYPE_CHECKING:
    from gatepost.consents.imports.rolls import Enrolled
    from gatepost.detectors import Roster
    from gatepost.detectors.names.person import Person

_OF_PERSON = frozenset(
    "upn admission_no legal_first legal_last preferred_first preferred_last year class_name dob".split()
)


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
    from gatepost.detectors.names.read import OtherColumns

    try:
        return read_roster(Path(name))
    except OtherColumns as error:
        return _as_exported(Path(name), otherwise=str(error))
    except RosterError as error:
        raise UsageProblem(str(error)) from None
    except (OSError, ValueError) as error:
        raise UsageProblem(f"The roll “{name}” cannot be read: {error}.") from None


def _as_exported(path: Path, *, otherwise: str) -> "Roster":
    """Return the roll in a list as a system exports it, which `gatepost roll import` reads too.

    Raises UsageProblem: `otherwise` where it is no such list, and with the row where somebody on it would be lost.
    """
    from gatepost.consents.imports.choices import Choices
    from gatepost.consents.imports.opening import opened
    from gatepost.consents.imports.rolls import roll_in
    from gatepost.detectors import Roster
    from gatepost.tables.refused import Unreadable

    try:
        read = roll_in(opened(path.read_bytes()), Choices())
    except (OSError, Unreadable):
        raise UsageProblem(otherwise) from None
    lost = next((one for one in read.errors if one.row not in read.whos), None)
    if lost is not None:
        raise UsageProblem(f"Row {lost.row} of the roll “{path.name}” cannot be read. {lost.why}")
    return Roster([_person(one) for one in read.pupils])


def _person(one: "Enrolled") -> "Person":
    from gatepost.detectors.names.person import Person
    from gatepost.detectors.names.read import nicknames_in

    said = {name: str(value) for name, value in one.fields.items() if name in _OF_PERSON and value not in (None, "")}
    return Person(**said, nicknames=nicknames_in(str(one.fields.get("nicknames") or "")), line=one.row)


def read_contacts(name: str | None) -> tuple[str, ...]:
    """Return the lines of the file of the school's own contact details; none where no file is given."""
    lines = read_text(name).split("\n") if name else []
    return tuple(line.strip() for line in lines if line.strip())
