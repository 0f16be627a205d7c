"""Write down that a person looked at a pupil's record."""

from datetime import datetime

from django.db import transaction

from gatepost.audit.actions.events import record
from gatepost.consents.models import Pupil
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat


@transaction.atomic
def look(pupil: Pupil, *, seat: Seat, at: datetime) -> None:
    """Record that somebody looked at what is kept of a pupil: a family may ask who did."""
    seat.check_may(Permission.SEE_PUPILS)
    school = seat.school
    record("pupil.looked_at", by=seat.actor, at=at, trust=school.trust.slug, school=school.slug,
           subject=f"pupil:{pupil.pk}", facts={"pupil": pupil.pk})  # fmt: skip
