"""Who works at a school: add somebody, give and end a role, as the person who looks after that does it."""

from datetime import datetime

from django.db import transaction

from gatepost.audit.actor import Actor
from gatepost.detectors.unseen import is_blank
from gatepost.schools.actions.people import add, come_back, end_role, give_role
from gatepost.schools.checks import check_can_end, check_can_give, check_can_give_everywhere
from gatepost.schools.errors import UnableTo
from gatepost.schools.models import HeldRole, Person, Trust
from gatepost.schools.seat import Seat
from gatepost.schools.staff import CENTRAL, central_team


@transaction.atomic
def join(*, seat: Seat, name: str, email: str, role: str, at: datetime, post_title: str = "") -> Person:
    """Add somebody to the school that `seat` is at, with a first role.

    Whoever is at another school of the trust already, by that address, keeps their name and sign-in; whoever left
    and comes back starts with nothing but the role. Raises UnableTo where the address belongs to somebody outside.
    """
    check_can_give(seat, role)
    trust, by = seat.school.trust, seat.actor
    person = _let_in(_known(trust, email), trust=trust, name=name, email=email, post_title=post_title, by=by, at=at)
    give_role(person, role, school=seat.school, by=by, at=at)
    return person


@transaction.atomic
def join_everywhere(*, seat: Seat, email: str, role: str, at: datetime, name: str = "", post_title: str = "") -> Person:
    """Give somebody a role or a position at every school of the trust, and add them to it where they are new.

    Whoever is of the trust already, by that address, keeps their name and sign-in, and needs no `name`. Nobody does it
    for themselves. Raises NotAllowed and UnableTo.
    """
    trust, by = seat.school.trust, seat.actor
    person = _known(trust, email)
    check_can_give_everywhere(seat, person)
    person = _let_in(person, trust=trust, name=name, email=email, post_title=post_title, by=by, at=at)
    give_role(person, role, school=None, by=by, at=at)
    return person


@transaction.atomic
def found_central_team(*, trust: Trust, email: str, name: str, by: Actor, at: datetime) -> Person:
    """Make somebody the first of the central team of a trust, as whoever runs the server does; they add the others.

    Raises UnableTo where there is a central team.
    """
    trust = Trust.objects.select_for_update().get(pk=trust.pk)
    first = central_team(trust, at=at).select_related("person").first()
    if first is not None:
        raise UnableTo(f"{trust} has a central team: {first.person} can add others to it, under People.")
    person = _let_in(_known(trust, email), trust=trust, name=name, email=email, post_title="", by=by, at=at)
    give_role(person, CENTRAL, school=None, by=by, at=at)
    return person


def _known(trust: Trust, email: str) -> Person | None:
    return Person.objects.filter(email__iexact=email, trust=trust).first()


def _let_in(
    person: Person | None, *, trust: Trust, name: str, email: str, post_title: str, by: Actor, at: datetime
) -> Person:  # fmt: skip
    """Return somebody who can sign in: as they are, back after they left, or new."""
    if person is None:
        if is_blank(name):
            raise UnableTo(f"Nobody of {trust} has this address. Write their name too, and they are added.")
        return add(trust=trust, email=email, name=name, post_title=post_title, by=by, at=at)
    if not person.is_active:
        if person.held_roles.filter(until__isnull=True).exists():
            raise UnableTo(
                f"{person} was here before and can’t sign in any more. Ask whoever runs Gatepost to let them in."
            )
        come_back(person, by=by, at=at)
        person.refresh_from_db()
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
