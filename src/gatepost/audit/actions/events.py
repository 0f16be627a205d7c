"""Append an event to a trust's record."""

from collections.abc import Mapping
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
    said = dict(facts or {})
    if missing := needs(kind) - said.keys():
        raise ValueError(f"An event {kind} also needs {', '.join(sorted(missing))}.")
    Head.objects.get_or_create(trust=trust, defaults={"digest": START})
    head = Head.objects.select_for_update().get(trust=trust)
    event = Event(
        trust=trust, number=head.count + 1, kind=kind, at=at, actor_kind=by.kind, actor_ref=by.ref,
        actor_name=by.name, school=school, subject=subject, facts=said, previous=head.digest,
    )  # fmt: skip
    event.digest = digest_of(event)
    event.save(force_insert=True)
    head.count, head.digest = event.number, event.digest
    head.save(update_fields=["count", "digest"])
    return event
