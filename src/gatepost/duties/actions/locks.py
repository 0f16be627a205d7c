"""Lock an account that somebody else may have got into, with the task of whoever gets it back."""

from datetime import datetime
from typing import Final

from django.db import transaction
from django.utils import timezone

from gatepost.channels.actions import locks as kept
from gatepost.channels.models import Channel, Lock
from gatepost.duties import emails
from gatepost.duties.actions import duties
from gatepost.duties.actions.chasing import keeper
from gatepost.duties.actions.closing import about, end_of
from gatepost.duties.queries import open_about
from gatepost.schools.permissions import Permission
from gatepost.schools.queries import seats
from gatepost.schools.seat import Seat

KIND: Final = "lock"


@transaction.atomic
def lock(channel: Channel, *, reason: str, seat: Seat, at: datetime) -> Lock:
    """Let nothing out on an account from now on; whoever keeps it is written to, and owes the steps today.

    That is its owner, if they may do the steps, else another who keeps the accounts.
    """
    made = kept.lock(channel, reason=reason, seat=seat, at=at)
    row = made.channel
    able = [one for one in seats(row.school, at=at) if one.may(Permission.LOCK_CHANNELS)]
    owner = keeper(row, able) or seat.person
    duty = duties.open_duty(
        row.school, owner=owner, kind=KIND, what=f"Somebody may have got into {row}: do the steps on its page"[:200],
        about=about(row), due_at=end_of(timezone.localdate(at)), by=seat.actor, at=at,
    )  # fmt: skip
    emails.remind(duty, at=at)
    return made


@transaction.atomic
def unlock(channel: Channel, *, says: str, seat: Seat, at: datetime, anyway: bool = False) -> Lock:
    """Let posts go out on an account again, which is what its task asks for."""
    ended = kept.unlock(channel, says=says, anyway=anyway, seat=seat, at=at)
    row = ended.channel
    duty = open_about(row.school, [about(row)], kind=KIND).get(about(row))
    if duty is not None:
        duties.finish(duty, person=seat.person, by=seat.actor, at=at, proof=f"Unlocked. {ended.ending}")
    return ended
