"""The emergency stop, for one school or for the whole trust."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Final

from django.db import IntegrityError, transaction

from gatepost.audit.actions.events import record
from gatepost.channels.secrets import without_secret
from gatepost.detectors.unseen import is_blank
from gatepost.publishing.models import Stop
from gatepost.publishing.reasons import LONGEST, written
from gatepost.schools.errors import NotAllowed, UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat

_ALREADY: Final = "Publishing is stopped already."


@contextmanager
def once(already: str) -> Iterator[None]:
    """Raise UnableTo with this sentence where somebody else does the same at once, and only one of them may."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError:
        raise UnableTo(already) from None


@transaction.atomic
def start(*, seat: Seat, reason: str, at: datetime, whole_trust: bool = False) -> Stop:
    """Stop all publishing from now on. A reason that is too long or seems to hold a password holds up no stop."""
    check_reaches(seat, whole_trust=whole_trust, permission=Permission.STOP)
    if is_blank(reason):
        raise UnableTo("Say why, in a few words that every member of staff may read.")
    school = None if whole_trust else seat.school
    if Stop.objects.filter(trust=seat.school.trust, school=school, ended_at__isnull=True).exists():
        raise UnableTo(_ALREADY)
    with once(_ALREADY):
        stop = Stop.objects.create(
            trust=seat.school.trust, school=school, reason=without_secret(reason.strip())[:LONGEST],
            started_by=seat.person, started_at=at,
        )  # fmt: skip
    _record("stop.started", stop, seat, at=at, reason=stop.reason)
    return stop


@transaction.atomic
def end(stop: Stop, *, seat: Seat, note: str, at: datetime) -> None:
    """Let publishing go on."""
    check_reaches(seat, whole_trust=stop.school_id is None, permission=Permission.STOP)
    stop = Stop.objects.select_for_update().get(pk=stop.pk, trust=seat.school.trust)
    if stop.ended_at is not None:
        raise UnableTo("This stop has been ended already.")
    why = written(note, missing="Say why publishing may go on.")
    stop.ended_at, stop.ended_by, stop.note = at, seat.person, why
    stop.save(update_fields=["ended_at", "ended_by", "note"])
    _record("stop.ended", stop, seat, at=at, reason=stop.note)


def check_reaches(seat: Seat, *, whole_trust: bool, permission: Permission) -> None:
    """Raise NotAllowed unless this person may do this at the school, or, for the whole trust, is central."""
    seat.check_may(permission)
    if whole_trust and "central_team" not in seat.roles:
        raise NotAllowed("Only the central team can do this for the whole trust. You can do it for your school.")


def _record(kind: str, stop: Stop, seat: Seat, *, at: datetime, reason: str) -> None:
    record(kind, by=seat.actor, at=at, trust=seat.school.trust.slug, subject=f"stop:{stop.pk}",
           school=stop.school.slug if stop.school else "", facts={"reason": reason})  # fmt: skip
