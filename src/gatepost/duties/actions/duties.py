"""Open and finish tasks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from gatepost.audit.actions.events import record, record_each
from gatepost.audit.actor import Actor
from gatepost.channels.secrets import check_no_secret
from gatepost.duties.models import Duty
from gatepost.schools.errors import UnableTo
from gatepost.schools.models import Person, School


@transaction.atomic
def open_duty(
    school: School, *, owner: Person, kind: str, what: str, about: str, due_at: datetime, by: Actor, at: datetime
) -> Duty:
    """Give somebody a task. Where the same is open already, that one is returned, due at the sooner time."""
    rows = Duty.objects.of(school).select_for_update()
    found = rows.filter(kind=kind, about=about, done_at__isnull=True).first()
    if found is not None:
        if due_at < found.due_at:
            found.due_at = due_at
            found.save(update_fields=["due_at"])
        return found
    duty = Duty.objects.create(
        school=school, owner=owner, kind=kind, what=what, about=about, opened_at=at, due_at=due_at
    )
    _record("duty.opened", duty, by=by, at=at, owner=owner.name)
    return duty


@dataclass(frozen=True, slots=True)
class Task:
    """A task to open: whose, what in words, and what it is about, such as `delivery:12`."""

    owner: Person
    what: str
    about: str


@transaction.atomic
def open_each(
    school: School, *, kind: str, tasks: Iterable[Task], due_at: datetime, by: Actor, at: datetime
) -> list[Duty]:
    """Open many tasks of a kind in one pass, one event each. The caller has seen that none of them is open."""
    rows = [
        Duty(school=school, owner=one.owner, kind=kind, what=one.what, about=one.about, opened_at=at, due_at=due_at)
        for one in tasks
    ]
    things = [(row.about, {"what": row.what, "owner": row.owner.name}) for row in rows]
    opened = Duty.objects.bulk_create(rows, batch_size=500)
    record_each("duty.opened", things=things, by=by, at=at, trust=school.trust.slug, school=school.slug)
    return opened


@transaction.atomic
def put_off(duty: Duty, *, due_at: datetime, by: Actor, at: datetime) -> Duty:
    """Let an open task be due at another time, sooner or later. The same time changes nothing."""
    duty = (
        Duty.objects.of(duty.school_id).select_for_update(of=("self",)).select_related("school__trust").get(pk=duty.pk)
    )
    if duty.done_at is not None:
        raise UnableTo("This was done already.")
    if duty.due_at != due_at:
        duty.due_at = due_at
        duty.save(update_fields=["due_at"])
        _record("duty.moved", duty, by=by, at=at, due=f"{timezone.localtime(due_at):%-d %B %Y}")
    return duty


@transaction.atomic
def finish(duty: Duty, *, person: Person, by: Actor, at: datetime, proof: str = "") -> None:
    """Mark a task done. `proof` says how one can tell. Raises UnableTo where it seems to hold a secret."""
    check_no_secret(proof)
    duty = Duty.objects.of(duty.school_id).select_for_update().get(pk=duty.pk)
    if duty.done_at is not None:
        raise UnableTo("This was done already.")
    duty.done_at, duty.done_by, duty.proof = at, person, proof
    duty.save(update_fields=["done_at", "done_by", "proof"])
    _record("duty.done", duty, by=by, at=at)


@transaction.atomic
def hand_over(duty: Duty, *, owner: Person, by: Actor, at: datetime) -> None:
    """Give an open task to somebody else, due when it was."""
    duty = Duty.objects.of(duty.school_id).select_for_update().get(pk=duty.pk)
    if duty.done_at is not None:
        raise UnableTo("This was done already.")
    duty.owner = owner
    duty.save(update_fields=["owner"])
    _record("duty.handed", duty, by=by, at=at, owner=owner.name)


@transaction.atomic
def drop(duty: Duty, *, by: Actor, at: datetime) -> None:
    """Take back an open task that nobody needs to do any more. The record keeps that it was there."""
    duty = Duty.objects.of(duty.school_id).select_for_update().get(pk=duty.pk)
    if duty.done_at is not None:
        raise UnableTo("This was done already.")
    _record("duty.dropped", duty, by=by, at=at)
    duty.delete()


def _record(kind: str, duty: Duty, *, by: Actor, at: datetime, **facts: str) -> None:
    school = duty.school
    record(kind, by=by, at=at, trust=school.trust.slug, school=school.slug, subject=duty.about,
           facts={"what": duty.what, **facts})  # fmt: skip
