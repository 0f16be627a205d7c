"""Record what a family answered."""

from datetime import date, datetime

from django.db import transaction

from gatepost.audit.actions.events import record as record_event
from gatepost.audit.actor import Actor
from gatepost.consents.models import Answer, Pupil


@transaction.atomic
def record(
    pupil: Pupil, *, element: str, tier: str, yes: bool, given_by: str, by: Actor, at: datetime,
    in_writing: bool = True, given_at: datetime | None = None, expires_on: date | None = None,
) -> Answer:  # fmt: skip
    """Record one answer about a pupil. What is already approved or out is dealt with by publishing's own action."""
    answer = Answer.objects.create(
        pupil=pupil, element=element, tier=tier, yes=yes, given_by=given_by, in_writing=in_writing,
        given_at=given_at or at, expires_on=expires_on, recorded_at=at,
    )  # fmt: skip
    school = pupil.school
    # The event says that there is an answer, not which: who may read the record is not who may read the answer.
    record_event("answer.recorded", by=by, at=at, trust=school.trust.slug, school=school.slug,
                 subject=f"pupil:{pupil.pk}", facts={"pupil": pupil.pk})  # fmt: skip
    return answer
