"""Take in a list of staff: all of it, or nothing."""

from datetime import datetime

from django.db import transaction

from gatepost.audit.actions.events import record
from gatepost.duties.actions import leaving
from gatepost.duties.staff_difference import STATES, Change, Difference, difference
from gatepost.schools.actions import people, staffing
from gatepost.schools.errors import NotAllowed, UnableTo
from gatepost.schools.models import School
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat


@transaction.atomic
def take_in(data: bytes, *, seat: Seat, at: datetime, seen: str) -> Difference:
    """Take in a list of which somebody has seen the difference, `seen` by its digest, and return what it changed.

    People and roles are added, and a last day begins a leaving. Nobody is deleted and no role ended. Raises Unreadable
    where it is no list, UnableTo where a row is wrong or the school has changed since.
    """
    seat.check_may(Permission.MANAGE_PEOPLE)
    School.objects.select_for_update().get(pk=seat.school.pk)  # two lists one after the other, never both at once
    found = difference(data, seat=seat, at=at)
    if found.errors:
        first = found.errors[0]
        raise UnableTo(f"Nothing was taken in. Row {first.row}: {first.says}")
    if seen != found.digest:
        raise UnableTo("People have changed since you looked. Look at the difference again, and then take it in.")
    for change in found.changes:
        try:
            _take(change, seat=seat, at=at)
        except (UnableTo, NotAllowed) as why:
            raise UnableTo(f"Nothing was taken in. Row {change.said.row}: {why}") from None
    school = seat.school
    record("staff.taken_in", by=seat.actor, at=at, trust=school.trust.slug, school=school.slug,
           subject=f"school:{school.pk}", facts={state: found.count(state) for state in STATES})  # fmt: skip
    return found


def _take(change: Change, *, seat: Seat, at: datetime) -> None:
    said, person, gives = change.said, change.person, change.gives
    if person is None or not person.is_active:
        person = staffing.join(seat=seat, name=said.name, email=said.email, role=gives[0], at=at,
                               post_title=said.post_title)  # fmt: skip
        gives = gives[1:]
    for role in gives:
        staffing.give(person, role=role, seat=seat, at=at)
    if change.retitles:
        people.entitle(person, post_title=said.post_title, by=seat.actor, at=at)
    if change.leaves is not None:
        leaving.begin(person, last_day=change.leaves, why="leaves", seat=seat, at=at)
