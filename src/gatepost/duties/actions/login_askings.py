"""Ask for the login of an account and answer, with the task of whoever decides."""

from datetime import datetime
from typing import Final

from django.db import transaction

from gatepost.channels.actions import login_askings as kept
from gatepost.channels.models import Channel, LoginAsking
from gatepost.duties.actions.askings import decided, let_decide
from gatepost.schools.seat import Seat

KIND: Final = "login_asking"


@transaction.atomic
def ask(channel: Channel, *, purpose: str, seat: Seat, at: datetime) -> LoginAsking:
    """Ask for a login; somebody who may answer gets the task."""
    row = kept.ask(channel, purpose=purpose, seat=seat, at=at)
    what = f"Say whether {seat.person} may have the login of {row.channel}"[:200]
    let_decide(row, kind=KIND, about=about(row), what=what, seat=seat, at=at)
    return row


@transaction.atomic
def answer(asking: LoginAsking, *, yes: bool, reason: str, seat: Seat, at: datetime) -> LoginAsking:
    """Say yes or no to it, which is what its task asks for."""
    row = kept.answer(asking, yes=yes, reason=reason, seat=seat, at=at)
    decided(row, kind=KIND, about=about(row), seat=seat, at=at)
    return row


def about(asking: LoginAsking) -> str:
    """Return what a task about a wish names it by."""
    return f"login_asking:{asking.pk}"
