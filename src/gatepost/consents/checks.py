"""What must hold before an answer is recorded."""

from datetime import date
from typing import Final

from gatepost.consents.models import Contact
from gatepost.consents.relations import is_sure_name
from gatepost.schools.errors import UnableTo


def check_giver_is_told(*, given_by: str, contact: Contact | None, relationship: str) -> None:
    """Check that a relationship says who somebody without a name is. Raises UnableTo.

    Beside a name it would be a second giver of one answer; and a name in its place would be a giver whom nobody can
    ask, and whose no no later answer of the named person takes back.
    """
    if relationship and contact is not None:
        raise UnableTo(f"You chose {contact.name} by name. Leave out who they are to the pupil.")
    if relationship and given_by == "pupil":
        raise UnableTo("It is the pupil’s own answer. Leave out who somebody is to the pupil.")
    if is_sure_name(relationship):
        raise UnableTo(
            "This is a name. Add the person to those whom you ask about this pupil, then choose them here; "
            "or write only who they are to the pupil, such as mother."
        )


LONGEST_AGO: Final = 20
"""Years. Nobody is at school for longer."""


def check_given_on(day: date, *, today: date) -> None:
    """Check that an answer can have been given on a day. Raises UnableTo for one to come, and for one of long ago."""
    if day > today:
        raise UnableTo("This day is still to come. Write the day on which the answer was given.")
    if day.year < today.year - LONGEST_AGO:
        raise UnableTo("No pupil was at school then. Look at the year, and write the day on which it was given.")
