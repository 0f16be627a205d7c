"""Close an account in good order, with the task of whoever sees to it."""

from datetime import date, datetime, time
from typing import Final

from django.db import transaction
from django.utils import timezone

from gatepost.audit.actor import Actor
from gatepost.channels.actions import closing as kept
from gatepost.channels.models import Channel
from gatepost.channels.secrets import check_no_secret
from gatepost.detectors.unseen import is_blank
from gatepost.duties.actions import duties
from gatepost.duties.actions.chasing import keeper
from gatepost.duties.models import Duty
from gatepost.duties.queries import open_about
from gatepost.schools.errors import UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.queries import seats
from gatepost.schools.roles import who_may
from gatepost.schools.seat import Seat

KIND: Final = "closing"


@transaction.atomic
def start(channel: Channel, *, closing_on: date, seat: Seat, at: datetime) -> Duty:
    """Choose the day from which nothing is posted on an account, or another; whoever keeps it owes the steps by then.

    That is its owner, if they may do the steps, else the head. With a day that is past they are due today.
    Raises UnableTo.
    """
    seat.check_may(Permission.MANAGE_CHANNELS)
    return begin(Channel.objects.of(seat.school).get(pk=channel.pk), closing_on=closing_on, by=seat.actor, at=at)


@transaction.atomic
def begin(channel: Channel, *, closing_on: date, by: Actor, at: datetime) -> Duty:
    """Do what `start` does, where whoever does it may: a table that is taken in says the day too."""
    row = kept.choose_day(channel, closing_on=closing_on, by=by, at=at)
    due_at = end_of(max(closing_on, timezone.localdate(at)))
    there = _task(row)
    if there is not None:
        return duties.put_off(there, due_at=due_at, by=by, at=at)
    owner = keeper(row, [one for one in seats(row.school, at=at) if one.may(Permission.MANAGE_CHANNELS)])
    if owner is None:
        raise UnableTo(
            f"Nobody at {row.school} can close {row}. Give somebody the role of {who_may(Permission.MANAGE_CHANNELS)} "
            "first."
        )
    return duties.open_duty(
        row.school, owner=owner, kind=KIND, what=f"Close {row} in good order"[:200], about=about(row), due_at=due_at,
        by=by, at=at,
    )  # fmt: skip


@transaction.atomic
def close(channel: Channel, *, closed_on: date, seat: Seat, at: datetime) -> Channel:
    """Write down that an account is closed, once nothing is in the way, which is what its task asks for."""
    row = kept.close(channel, closed_on=closed_on, seat=seat, at=at)
    _finish(row, seat, at=at, proof=f"Closed on {closed_on:%-d %B %Y}.")
    return row


@transaction.atomic
def stop(channel: Channel, *, reason: str, seat: Seat, at: datetime) -> Channel:
    """Keep an account after all. The reason stays with the task, and never gets into the record."""
    if is_blank(reason):
        raise UnableTo("Say in a sentence why it stays open.")
    check_no_secret(reason)
    row = kept.keep_open(channel, seat=seat, at=at)
    _finish(row, seat, at=at, proof=f"It stays open. {reason.strip()}")
    return row


def about(channel: Channel) -> str:
    """Return what a task about an account names it by."""
    return f"channel:{channel.pk}"


def end_of(day: date) -> datetime:
    """Return the last minute of a day where the school is."""
    return timezone.make_aware(datetime.combine(day, time(23, 59)))


def _task(channel: Channel) -> Duty | None:
    return open_about(channel.school, [about(channel)], kind=KIND).get(about(channel))


def _finish(channel: Channel, seat: Seat, *, at: datetime, proof: str) -> None:
    duty = _task(channel)
    if duty is not None:
        duties.finish(duty, person=seat.person, by=seat.actor, at=at, proof=proof)
