"""Who may give and end which role. `check_can_…` raises the sentence that the user reads."""

from datetime import datetime

from gatepost.schools.errors import NotAllowed, UnableTo
from gatepost.schools.models import HeldRole, Person
from gatepost.schools.permissions import Permission
from gatepost.schools.roles import permissions_of, role_name
from gatepost.schools.seat import Seat
from gatepost.schools.staff import CENTRAL, central_team, led_by


def check_can_give(seat: Seat, role: str) -> None:
    """Raise NotAllowed unless this person may give this role at the school."""
    seat.check_may(Permission.MANAGE_PEOPLE)
    if role == CENTRAL and CENTRAL not in seat.roles:
        raise NotAllowed("Only the central team can add somebody to the central team.")


def check_can_give_everywhere(seat: Seat, person: Person | None) -> None:
    """Raise NotAllowed or UnableTo unless they may give a role at every school; `person` None is somebody new."""
    seat.check_may(Permission.MANAGE_TRUST_PEOPLE)
    if person == seat.person:
        raise UnableTo("Nobody gives themselves a role for every school. Ask somebody else of the central team.")


def check_can_end(held: HeldRole, *, seat: Seat, at: datetime) -> None:
    """Raise NotAllowed unless this person may end this role; UnableTo where nobody would be left to manage people."""
    check_can_give(seat, held.role)
    if held.school_id is None and CENTRAL not in seat.roles:
        raise NotAllowed(f"{held.person} is {role_name(held.role)} at every school. The central team can end that.")
    if held.role == CENTRAL and not central_team(seat.school.trust, at=at).exclude(pk=held.pk).exists():
        raise UnableTo(f"{held.person} is the last of the central team. Give the role to somebody else first.")
    leads = held.person.is_active and Permission.MANAGE_PEOPLE in permissions_of(frozenset({held.role}))
    left = led_by(held, at=at).first() if leads else None
    if left is not None:
        raise UnableTo(f"{held.person} is the last who can change roles at {left}. Give the role to somebody first.")
