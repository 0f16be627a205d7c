"""Who works at a school: add somebody, give and end a role, as the person who looks after that does it."""

from datetime import datetime

from django.db import transaction

from gatepost.schools.actions.people import add, come_back, end_role, give_role
from gatepost.schools.checks import check_can_end, check_can_give
from gatepost.schools.errors import UnableTo
from gatepost.schools.models import HeldRole, Person, Trust
from gatepost.schools.seat import Seat


@transaction.atomic
def join(*, seat: Seat, name: str, email: str, role: str, at: datetime, post_title: str = "") -> Person:
    """Add somebody to the school that `seat` is at, with a first role.

    Whoever is at another school of the trust already, by that address, keeps their name and sign-in; whoever left
    and comes back starts with nothing but the role. Raises UnableTo where the address belongs to somebody outside.
    """
    check_can_give(seat, role)
    person = Person.objects.filter(email__iexact=email, trust=seat.school.trust_id).first()
    if person is not None and not person.is_active and person.held_roles.filter(until__isnull=True).exists():
        raise UnableTo(
            f"{person} was here before and can’t sign in any more. Ask whoever runs Gatepost to let them in."
        )
    if person is None:
        person = add(trust=seat.school.trust, email=email, name=name, post_title=post_title, by=seat.actor, at=at)
    elif not person.is_active:
        come_back(person, by=seat.actor, at=at)
        person.refresh_from_db()
    give_role(person, role, school=seat.school, by=seat.actor, at=at)
    return person


@transaction.atomic
def give(person: Person, *, role: str, seat: Seat, at: datetime) -> HeldRole:
    """Give somebody a role or a position at the school that `seat` is at."""
    check_can_give(seat, role)
    return give_role(person, role, school=seat.school, by=seat.actor, at=at)


@transaction.atomic
def end(held: HeldRole, *, seat: Seat, at: datetime) -> None:
    """End a role that somebody holds there. What they have signed off under it is looked at again when it goes out."""
    # Two who end each other's roles at once would both find the other still there. Some roles reach the whole trust.
    Trust.objects.select_for_update().get(pk=seat.school.trust_id)
    check_can_end(held, seat=seat, at=at)
    end_role(held, by=seat.actor, at=at)
