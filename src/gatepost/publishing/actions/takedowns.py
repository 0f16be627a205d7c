"""Take a live post down: a task with an owner and a clock, done with proof."""

from datetime import datetime, timedelta

from django.db import transaction

from gatepost.audit.actor import Actor
from gatepost.duties.actions import duties
from gatepost.duties.queries import about, open_about
from gatepost.publishing.actions.locking import locked_delivery
from gatepost.publishing.actions.recording import recorded
from gatepost.publishing.models import Delivery
from gatepost.publishing.states import OUT
from gatepost.schools.errors import UnableTo
from gatepost.schools.models import Person
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat

KIND = "take_down"
DUE = timedelta(days=2)
"""How long there is to take a post down, unless it is asked for sooner."""


@transaction.atomic
def ask(delivery: Delivery, *, seat: Seat, reason: str, at: datetime, owner: Person | None = None) -> None:
    """Ask for a live post to be taken down. The task goes to whoever posted it, unless `owner` says who."""
    held = locked_delivery(delivery, seat)
    if held.version.post.author_id != seat.person.pk:
        seat.check_may(Permission.TAKE_DOWN)
    _check_is_out(held)
    if not reason.strip():
        raise UnableTo("Say why it should come down.")
    _asked(held, owner=owner or held.published_by or seat.person, reason=reason.strip(), by=seat.actor, at=at)


@transaction.atomic
def open_for(delivery: Delivery, *, reason: str, by: Actor, at: datetime) -> None:
    """Ask whoever posted it to take a live post down that may not stay. Nothing where that has been asked for."""
    held = locked_delivery(delivery, None)
    school = held.version.post.school
    if held.status in OUT and held.published_by and not open_about(school, [held.subject], kind=KIND):
        _asked(held, owner=held.published_by, reason=reason, by=by, at=at)


def _asked(held: Delivery, *, owner: Person, reason: str, by: Actor, at: datetime) -> None:
    post = held.version.post
    recorded("takedown.asked", post, by=by, at=at, channel=str(held.channel), reason=reason, delivery=held.pk)
    duties.open_duty(
        post.school, owner=owner, kind=KIND, what=f"Take a post down from {held.channel}", about=held.subject,
        due_at=at + DUE, by=by, at=at,
    )  # fmt: skip


@transaction.atomic
def done(delivery: Delivery, *, seat: Seat, proof: str, at: datetime) -> None:
    """Say that a post is down, and how one can tell."""
    held = locked_delivery(delivery, seat)
    seat.check_may(Permission.TAKE_DOWN)
    _check_is_out(held)
    if not proof.strip():
        raise UnableTo("Say how one can tell that it is gone, such as: the address now says that the page is missing.")
    held.status, held.down_at = "down", at
    held.save(update_fields=["status", "down_at"])
    for duty in about(seat.school, held.subject).filter(kind=KIND, done_at__isnull=True):
        duties.finish(duty, person=seat.person, by=seat.actor, at=at, proof=proof.strip())
    recorded("takedown.done", held.version.post, by=seat.actor, at=at, channel=str(held.channel), proof=proof.strip(),
             delivery=held.pk)  # fmt: skip


def _check_is_out(delivery: Delivery) -> None:
    if delivery.status not in OUT:
        raise UnableTo("This post is not live.")
