"""Who may give and end which role. `check_can_…` raises the sentence that the user reads."""

from datetime import datetime

from gatepost.schools.errors import NotAllowed, UnableTo
from gatepost.schools.models import HeldRole
from gatepost.schools.permissions import Permission
from gatepost.schools.roles import role_name
from gatepost.schools.seat import Seat
from gatepost.schools.staff import managers

CENTRAL = "central_team"
"""The role that reaches every school of a trust. Only those who hold it hand it on."""


def check_can_give(seat: Seat, role: str) -> None:
    """Raise NotAllowed unless this person may give this role at the school."""
    seat.check_may(Permission.MANAGE_PEOPLE)
    if role == CENTRAL and CENTRAL not in seat.roles:
        raise NotAllowed("Only the central team can add somebody to the central team.")


def check_can_end(held: HeldRole, *, seat: Seat, at: datetime) -> None:
    """Raise NotAllowed unless this person may end this role; UnableTo where nobody would be left to manage people."""
    check_can_give(seat, held.role)
    if held.school_id is None and CENTRAL not in seat.roles:
        raise NotAllowed(f"{held.person} is {role_name(held.role)} at every school. The central team can end that.")
    leading = managers(seat.school, at=at)
    if leading.filter(pk=held.pk).exists() and not leading.exclude(pk=held.pk).exists():
        raise UnableTo(
            f"{held.person} is the last who can change roles at {seat.school}. Give the role to somebody first."
        )
