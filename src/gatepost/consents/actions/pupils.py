"""Put pupils on the roll, and end it when they leave."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any, Final

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from gatepost.audit.actions.events import record
from gatepost.audit.actor import Actor
from gatepost.consents.models import Pupil
from gatepost.schools.errors import UnableTo
from gatepost.schools.models import School

_LONG_AGO: Final = timedelta(days=20 * 366)
_FAR_AHEAD: Final = timedelta(days=5 * 366)


def moment(school: School, *, at: datetime) -> datetime:
    """Return when a change to the roll counts as made: `at`, or a moment after the last change where that is later.

    So a roll that was built before is always told from the one after, also where a clock was put back (see `roster`).
    The school is locked until the transaction ends: ask for this before any pupil is locked.
    """
    School.objects.select_for_update().get(pk=school.pk)
    last = Pupil.objects.of(school).aggregate(last=Max("changed_at"))["last"]
    return at if last is None else max(at, last + timedelta(microseconds=1))


@transaction.atomic
def add(rows: Iterable[Mapping[str, Any]], *, school: School, by: Actor, at: datetime) -> list[Pupil]:
    """Put pupils on the roll of a school, one event each. A row has the fields of Pupil."""
    changed_at = moment(school, at=at)
    pupils = Pupil.objects.bulk_create([Pupil(school=school, changed_at=changed_at, **row) for row in rows])
    for pupil in pupils:
        _record("pupil.added", pupil, by=by, at=at)
    return pupils


@transaction.atomic
def leave(pupil: Pupil, *, on: date, by: Actor, at: datetime) -> Pupil:
    """Say which day is, or was, a pupil's last on the roll: from the next day nothing of them may be shown.

    Raises UnableTo for a day that is hardly meant. Publishing's own action deals with what follows.
    """
    today = timezone.localdate(at)
    if not today - _LONG_AGO <= on <= today + _FAR_AHEAD:
        raise UnableTo("Look at the year: the last day is written as 17 7 2026, for instance.")
    left = _set(pupil, on, at=at)
    _record("pupil.leaves", left, by=by, at=at)
    return left


@transaction.atomic
def stay(pupil: Pupil, *, by: Actor, at: datetime) -> Pupil:
    """Take back that a pupil leaves or has left. What the family answered holds again."""
    stays = _set(pupil, None, at=at)
    _record("pupil.stays", stays, by=by, at=at)
    return stays


def _set(pupil: Pupil, left_on: date | None, *, at: datetime) -> Pupil:
    changed_at = moment(pupil.school, at=at)
    rows = Pupil.objects.of(pupil.school_id).select_for_update(of=("self",)).select_related("school__trust")
    kept = rows.get(pk=pupil.pk)
    kept.left_on, kept.changed_at = left_on, changed_at
    kept.save(update_fields=["left_on", "changed_at"])
    return kept


def _record(kind: str, pupil: Pupil, *, by: Actor, at: datetime) -> None:
    school = pupil.school
    record(kind, by=by, at=at, trust=school.trust.slug, school=school.slug, subject=f"pupil:{pupil.pk}",
           facts={"pupil": pupil.pk})  # fmt: skip
