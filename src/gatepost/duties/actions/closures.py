"""Say when a school is closed, so that its clocks count school days."""

from datetime import date, datetime, timedelta
from typing import Final

from django.db import transaction

from gatepost.audit.actions.events import record
from gatepost.duties.models import Closure
from gatepost.schools.errors import UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat

LONGEST: Final = timedelta(days=70)
"""Longer than any school holiday: beyond it somebody mistyped a year."""


@transaction.atomic
def add(name: str, *, first_day: date, last_day: date, seat: Seat, at: datetime) -> Closure:
    """Say that the school is closed from one day to another, both included. Adding the same days again changes nothing.

    Raises UnableTo where the days cannot be right.
    """
    seat.check_may(Permission.MANAGE_PEOPLE)
    if last_day < first_day:
        raise UnableTo("The last day comes before the first. Check both dates.")
    if last_day - first_day > LONGEST:
        raise UnableTo("This closure is longer than ten weeks. Check the year of both dates.")
    if not name.strip():
        raise UnableTo("Say what it is called, such as: Easter holiday.")
    closure, made = Closure.objects.of(seat.school).get_or_create(
        school=seat.school, first_day=first_day, last_day=last_day, defaults={"name": name.strip()[:60]}
    )
    if made:
        _record("closure.added", closure, seat, at=at)
    return closure


@transaction.atomic
def remove(closure: Closure, *, seat: Seat, at: datetime) -> None:
    """Take a closure off the calendar. Clocks that run already keep their time."""
    seat.check_may(Permission.MANAGE_PEOPLE)
    held = Closure.objects.of(seat.school).select_for_update().get(pk=closure.pk)
    _record("closure.removed", held, seat, at=at)
    held.delete()


def _record(kind: str, closure: Closure, seat: Seat, *, at: datetime) -> None:
    days = f"{closure.first_day:%-d %B %Y} to {closure.last_day:%-d %B %Y}"
    school = seat.school
    record(kind, by=seat.actor, at=at, trust=school.trust.slug, school=school.slug, subject=f"closure:{closure.pk}",
           facts={"name": closure.name, "days": days})  # fmt: skip
