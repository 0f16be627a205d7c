"""Decide who answers about one pupil."""

from datetime import datetime

from django.db import transaction

from gatepost.audit.actions.events import record
from gatepost.consents.actions.pupils import moment
from gatepost.consents.elements import WHO_ANSWERS
from gatepost.consents.models import Answerer, Pupil
from gatepost.schools.errors import UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat


@transaction.atomic
def decide(pupil: Pupil, *, who: str, reason: str, seat: Seat, at: datetime) -> Answerer:
    """Let one pupil be answered for by a slug of WHO_ANSWERS from now on; with none, as everybody at the school is.

    Raises UnableTo without a reason, and where it stands so already. Whatever is approved or out is dealt with by
    publishing's own action, which every door calls.
    """
    seat.check_may(Permission.SEE_ANSWERS)
    if who not in ("", *WHO_ANSWERS):
        raise UnableTo("Choose who answers: a parent or carer, the pupil, or both.")
    if not reason.strip():
        raise UnableTo("Write why, in a few words. Only the DSL and the DPO read it.")
    changed_at = moment(seat.school, at=at)
    kept = Pupil.objects.of(seat.school).select_for_update(of=("self",)).get(pk=pupil.pk)
    if kept.who_answers == who:
        raise UnableTo("It stands so already. Choose somebody else, or leave it.")
    made = Answerer.objects.create(pupil=kept, who=who, reason=reason.strip(), since=at, set_by=seat.person)
    kept.who_answers, kept.changed_at = who, changed_at
    kept.save(update_fields=["who_answers", "changed_at"])
    school = seat.school
    # Neither who nor why: the record is read by more people than may know.
    record("answerer.decided", by=seat.actor, at=at, trust=school.trust.slug, school=school.slug,
           subject=f"pupil:{kept.pk}", facts={"pupil": kept.pk})  # fmt: skip
    return made
