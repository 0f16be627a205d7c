"""An answer about a pupil, with what follows from it for posts. Every door that records an answer calls this."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final

from django.db import transaction

from gatepost.audit.actor import Actor
from gatepost.consents.actions import answers
from gatepost.consents.models import Answer, Pupil
from gatepost.publishing.actions import takedowns
from gatepost.publishing.actions.signoff import void
from gatepost.publishing.asking import assess_version
from gatepost.publishing.content import shown
from gatepost.publishing.findings import findings
from gatepost.publishing.gate import NoLonger, check_holds
from gatepost.publishing.models import Delivery, Version
from gatepost.publishing.states import OUT

REASON: Final = "Somebody in this post can’t be shown any more."
"""Why a post comes down. It never says who, or which of the reasons it is."""


@transaction.atomic
def record_answer(pupil: Pupil, *, by: Actor, at: datetime, **answer: Any) -> Answer:
    """Record an answer, and in the same transaction void what may not go out any more because of it.

    What is out already and may not stay is asked to be taken down.

    `answer` has the arguments of `answers.record`.
    """
    recorded = answers.record(pupil, by=by, at=at, **answer)
    if recorded.state != "granted":
        recheck(pupil, by=by, at=at)
    return recorded


@transaction.atomic
def recheck(pupil: Pupil, *, by: Actor, at: datetime) -> None:
    """Void every approved version that may not go out any more, and ask for live posts of the pupil to come down."""
    rows = Version.objects.of(pupil.school_id).filter(ended_at__isnull=True, post__status="approved")
    for version in rows.filter(deliveries__published_at__isnull=True).select_related("post__school__trust").distinct():
        try:
            check_holds(version, at=at)
        except NoLonger as why:
            void(version, because=str(why), by=by, at=at)
    for delivery in _live_with(pupil):
        if _cannot_be_shown(delivery.version, pupil, at=at):
            takedowns.open_for(delivery, reason=REASON, by=by, at=at)


def _live_with(pupil: Pupil) -> Iterator[Delivery]:
    """Yield what is out and shows the pupil, or may name them: cheaply, before the policy is asked about it."""
    rows = Delivery.objects.of(pupil.school_id).filter(status__in=OUT)
    for delivery in rows.select_related("version__post__school__trust", "version__post__author"):
        content = delivery.version.content
        named = pupil.first.casefold() in content["text"].casefold()
        if named or pupil.pk in shown(content) | frozenset(content["named"]):
            yield delivery


def _cannot_be_shown(version: Version, pupil: Pupil, *, at: datetime) -> bool:
    today = assess_version(version, at=at)
    return any(one.cannot_be_shown and one.matter.pupil == pupil.pk for one in findings(today))
