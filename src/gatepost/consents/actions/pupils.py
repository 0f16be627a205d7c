"""Put pupils on the roll."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from gatepost.audit.actions.events import record
from gatepost.audit.actor import Actor
from gatepost.consents.models import Pupil
from gatepost.schools.models import School


@transaction.atomic
def add(rows: Iterable[Mapping[str, Any]], *, school: School, by: Actor, at: datetime) -> list[Pupil]:
    """Put pupils on the roll of a school, one event each. A row has the fields of Pupil."""
    pupils = Pupil.objects.bulk_create([Pupil(school=school, changed_at=at, **row) for row in rows])
    for pupil in pupils:
        record("pupil.added", by=by, at=at, trust=school.trust.slug, school=school.slug,
               subject=f"pupil:{pupil.pk}", facts={"pupil": pupil.pk})  # fmt: skip
    return pupils
