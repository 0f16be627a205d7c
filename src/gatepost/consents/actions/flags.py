"""Raise and end the DSL's word that a pupil is not to be shown."""

from datetime import datetime

from django.db import transaction

from gatepost.audit.actions.events import record
from gatepost.consents.models import Flag, Pupil
from gatepost.schools.errors import UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat


@transaction.atomic
def set_flag(pupil: Pupil, *, reason: str, seat: Seat, at: datetime) -> Flag:
    """Raise a flag over a pupil from this moment. Raises UnableTo without a reason, or where one stands already.

    Whatever is approved or out is dealt with by publishing's own action, which every door calls.
    """
    seat.check_may(Permission.PROTECT_PUPILS)
    if not reason.strip():
        raise UnableTo("Write why, in a few words. Only the DSL reads it.")
    kept = Pupil.objects.of(seat.school).select_for_update(of=("self",)).get(pk=pupil.pk)
    if Flag.objects.of(seat.school).filter(pupil=kept, until__isnull=True).exists():
        raise UnableTo("This pupil is not to be shown already. End that first, then write the new reason.")
    flag = Flag.objects.create(pupil=kept, reason=reason.strip(), since=at, set_by=seat.person, recorded_at=at)
    _record(kept, seat=seat, at=at)
    return flag


@transaction.atomic
def end_flag(pupil: Pupil, *, seat: Seat, at: datetime) -> Flag:
    """End the flag over a pupil. From then on what the family answered holds again. Raises UnableTo without one."""
    seat.check_may(Permission.PROTECT_PUPILS)
    kept = Pupil.objects.of(seat.school).select_for_update(of=("self",)).get(pk=pupil.pk)
    flag = Flag.objects.of(seat.school).filter(pupil=kept, until__isnull=True).first()
    if flag is None:
        raise UnableTo("Nothing of this kind stands over this pupil any more.")
    flag.until, flag.ended_by = max(at, flag.since), seat.person
    flag.save(update_fields=["until", "ended_by"])
    _record(kept, seat=seat, at=at)
    return flag


def _record(pupil: Pupil, *, seat: Seat, at: datetime) -> None:
    # The same event as for every other change of what may be shown: that there is a flag is nobody else's to read.
    school = seat.school
    record("permission.changed", by=seat.actor, at=at, trust=school.trust.slug, school=school.slug,
           subject=f"pupil:{pupil.pk}", facts={"pupil": pupil.pk})  # fmt: skip
