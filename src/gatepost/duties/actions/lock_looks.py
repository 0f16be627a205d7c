"""Record what somebody saw to before an account is unlocked: a new password, two-step sign-in."""

from datetime import datetime
from typing import Final

from django.db import transaction

from gatepost.channels.actions.looking import check_may_look
from gatepost.channels.locks import SEEN_FIRST, lock_now
from gatepost.channels.models import Channel, Check
from gatepost.duties.actions import chasing
from gatepost.schools.errors import UnableTo
from gatepost.schools.seat import Seat

_HOW: Final = "Looked at while the account was locked."


@transaction.atomic
def look(channel: Channel, *, kind: str, seat: Seat, at: datetime) -> Check:
    """Say that one of the checks that are made before an account is unlocked was made now, and found in order.

    Raises NotAllowed; and UnableTo where the account is not locked: it would be evidence of what never was.
    """
    check_may_look(seat)
    row = Channel.objects.of(seat.school).select_for_update(of=("self",)).get(pk=channel.pk)
    if kind not in SEEN_FIRST:
        raise UnableTo("Choose what you looked at.")
    if lock_now(row) is None:
        raise UnableTo(f"{row} is not locked. What you looked at is recorded on its own page.")
    return chasing.record_check(row, kind=kind, found="in_order", how=_HOW, seat=seat, at=at)
