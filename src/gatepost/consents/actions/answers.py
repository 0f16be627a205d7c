"""Record what a family answered."""

from datetime import date, datetime, time

from django.db import transaction
from django.utils import timezone

from gatepost.audit.actions.events import record as record_event
from gatepost.audit.actor import Actor
from gatepost.consents.elements import METHODS
from gatepost.consents.models import Answer, Contact, Importing, Pupil, Wording


def moment_of(day: date, *, state: str, at: datetime) -> datetime:
    """Return when an answer was given of which only the day is known. `at` is now.

    A yes counts from the start of its day and anything else from the end: of two of one day, the no comes later. On a
    form of today the moment is now, so that it follows what came in earlier today.
    """
    if day == timezone.localdate(at):
        return at
    hour = time.min if state == "granted" else time.max
    return datetime.combine(day, hour, timezone.get_current_timezone())


@transaction.atomic
def record(
    pupil: Pupil, *, element: str, tier: str, state: str, given_by: str, by: Actor, at: datetime,
    platform: str = "", contact: Contact | None = None, relationship: str = "", asked_of: str = "",
    wording: Wording | None = None, method: str = "paper", in_writing: bool | None = None, evidence: str = "",
    given_at: datetime | None = None, expires_on: date | None = None, importing: Importing | None = None,
    row: int | None = None,
) -> Answer:  # fmt: skip
    """Record one answer about a pupil. What is already approved or out is dealt with by publishing's own action.

    Slugs are those of `elements`; `in_writing` follows from the method where nobody says. Fields as in Answer.
    """
    answer = Answer.objects.create(
        pupil=pupil, element=element, tier=tier, platform=platform, state=state, given_by=given_by, contact=contact,
        relationship=relationship or (contact.relationship if contact else ""), asked_of=asked_of, wording=wording,
        method=method, in_writing=METHODS[method].written if in_writing is None else in_writing, evidence=evidence,
        given_at=given_at or at, expires_on=expires_on, recorded_at=at, importing=importing, row=row,
    )  # fmt: skip
    school = pupil.school
    # The event says that there is an answer, not which: who may read the record is not who may read the answer.
    record_event("answer.recorded", by=by, at=at, trust=school.trust.slug, school=school.slug,
                 subject=f"pupil:{pupil.pk}", facts={"pupil": pupil.pk})  # fmt: skip
    return answer
