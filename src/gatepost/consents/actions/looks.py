"""Write down that a person looked at a pupil's record, or through those of many."""

from datetime import datetime

from django.db import transaction

from gatepost.audit.actions.events import record
from gatepost.audit.actor import Actor
from gatepost.consents.models import Pupil
from gatepost.schools.models import School
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat


@transaction.atomic
def look(pupil: Pupil, *, seat: Seat, at: datetime) -> None:
    """Record that somebody looked at what is kept of a pupil: a family may ask who did."""
    seat.check_may(Permission.SEE_PUPILS)
    school = seat.school
    record("pupil.looked_at", by=seat.actor, at=at, trust=school.trust.slug, school=school.slug,
           subject=f"pupil:{pupil.pk}", facts={"pupil": pupil.pk})  # fmt: skip


@transaction.atomic
def look_over(*, pupils: int, seat: Seat, at: datetime) -> None:
    """Record that somebody looked at a list of what can be shown of so many pupils. Of nobody, nothing is recorded."""
    seat.check_may(Permission.SEE_PUPILS)
    school = seat.school
    if pupils:
        record("pupil.looked_through", by=seat.actor, at=at, trust=school.trust.slug, school=school.slug,
               subject=f"school:{school.pk}", facts={"count": pupils})  # fmt: skip


@transaction.atomic
def look_through(school: School, *, pupils: int, subject: str, by: Actor, at: datetime) -> None:
    """Record that somebody read what a list would change, about how many pupils. `subject` is the list, or the school.

    With no pupil in it nothing is recorded.
    """
    if pupils:
        record("import.looked_at", by=by, at=at, trust=school.trust.slug, school=school.slug, subject=subject,
               facts={"count": pupils})  # fmt: skip
