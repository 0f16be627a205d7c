"""An answer about a pupil, with what follows from it for posts. Every door that records an answer calls this."""

from datetime import datetime
from typing import Any

from django.db import transaction

from gatepost.audit.actor import Actor
from gatepost.consents.actions import answers
from gatepost.consents.models import Answer, Pupil
from gatepost.publishing.actions.signoff import void
from gatepost.publishing.gate import NoLonger, check_holds
from gatepost.publishing.models import Version


@transaction.atomic
def record_answer(pupil: Pupil, *, by: Actor, at: datetime, **answer: Any) -> Answer:
    """Record an answer, and in the same transaction void what may not go out any more because of it.

    `answer` has the arguments of `answers.record`.
    """
    recorded = answers.record(pupil, by=by, at=at, **answer)
    if not recorded.yes:
        recheck(pupil, by=by, at=at)
    return recorded


@transaction.atomic
def recheck(pupil: Pupil, *, by: Actor, at: datetime) -> None:
    """Void every approved version that may not go out any more, where the pupil is in it or may be named in it."""
    rows = Version.objects.of(pupil.school_id).filter(ended_at__isnull=True, post__status="approved")
    for version in rows.filter(deliveries__published_at__isnull=True).select_related("post__school__trust").distinct():
        try:
            check_holds(version, at=at)
        except NoLonger as why:
            void(version, because=str(why), by=by, at=at)
