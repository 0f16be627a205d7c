"""Append an event to a trust's record."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from gatepost.audit.actor import Actor
from gatepost.audit.chain import START, digest_of
from gatepost.audit.kinds import needs
from gatepost.audit.models import Event, Head


@transaction.atomic
def record(
    kind: str,
    *,
    by: Actor,
    at: datetime,
    trust: str,
    subject: str,
    school: str = "",
    facts: Mapping[str, Any] | None = None,
) -> Event:
    """Append one event to the record of a trust and return it.

    `kind` is one of KINDS and `facts` holds at least what its sentence needs (JSON values). `trust` and `school` are
    slugs, `subject` names the thing, such as `post:17`. Call it inside the transaction of the change that it records.
    """
    return record_each(kind, things=[(subject, facts or {})], by=by, at=at, trust=trust, school=school)[0]


@transaction.atomic
def record_each(
    kind: str, *, things: Iterable[tuple[str, Mapping[str, Any]]], by: Actor, at: datetime, trust: str, school: str = ""
) -> list[Event]:
    """Append one event of a kind for each thing, a subject with its facts, and return them, in order.

    As `record`, in one pass however many there are: an import can ask for a thousand posts to come down.
    """
    head, _ = Head.objects.select_for_update().get_or_create(trust=trust, defaults={"digest": START})
    events = []
    for subject, facts in things:
        if missing := needs(kind) - facts.keys():
            raise ValueError(f"An event {kind} also needs {', '.join(sorted(missing))}.")
        event = Event(
            trust=trust, number=head.count + 1, kind=kind, at=at, actor_kind=by.kind, actor_ref=by.ref,
            actor_name=by.name, school=school, subject=subject, facts=dict(facts), previous=head.digest,
        )  # fmt: skip
        event.digest = digest_of(event)
        head.count, head.digest = event.number, event.digest
        events.append(event)
    Event.objects.bulk_create(events, batch_size=500)
    head.save(update_fields=["count", "digest"])
    return events
