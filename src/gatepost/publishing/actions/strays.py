"""A post that is up although it was stopped: on record as that, never as published, and with a task to take it down."""

from datetime import datetime
from typing import Final

from django.db import transaction

from gatepost.publishing.actions import takedowns
from gatepost.publishing.actions.locking import locked_delivery
from gatepost.publishing.actions.recording import recorded
from gatepost.publishing.addresses import check_address
from gatepost.publishing.models import Delivery
from gatepost.publishing.states import DELIVERY_MOVES
from gatepost.schools.errors import UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat

REASON: Final = "It had been stopped, and is up all the same."
"""Why a stray comes down, whatever stopped it."""


@transaction.atomic
def report(delivery: Delivery, *, address: str, seat: Seat, at: datetime) -> Delivery:
    """Say that a post which was stopped stands at an address, as where somebody had put it up a minute before.

    It is asked to come down in the same transaction: of whoever had taken it on, where they still may. Raises UnableTo
    where the address is none, or where the post was not stopped.
    """
    check_address(address)
    held = locked_delivery(delivery, seat)
    seat.check_may(Permission.TAKE_DOWN)
    if "stray" not in DELIVERY_MOVES[held.status]:
        raise UnableTo("This post was not stopped, or is said to be up already.")
    held.status, held.address, held.found_by, held.found_at = "stray", address, seat.person, at
    held.save(update_fields=["status", "address", "found_by", "found_at"])
    recorded("post.stray", held.version.post, by=seat.actor, at=at, channel=str(held.channel), address=address,
             digest=held.version.digest)  # fmt: skip
    takedowns.open_each(seat.school, deliveries=[held.pk], reason=REASON, by=seat.actor, at=at)
    return held


def was_theirs(delivery: Delivery, seat: Seat) -> bool:
    """Return whether a post was stopped after this person had taken on posting it. Read anew."""
    rows = Delivery.objects.of(seat.school).filter(pk=delivery.pk, status="pulled", claimed_by=seat.person)
    return rows.exists() and seat.may(Permission.TAKE_DOWN)
