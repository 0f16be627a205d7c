"""Ask for the login of an account and answer, with the task of whoever decides."""

from datetime import datetime, timedelta
from typing import Final

from django.db import transaction

from gatepost.channels.actions import login_askings as kept
from gatepost.channels.models import Channel, LoginAsking
from gatepost.duties.actions import duties
from gatepost.duties.actions.askings import DAYS
from gatepost.duties.queries import open_about
from gatepost.schools.models import Person
from gatepost.schools.queries import seats
from gatepost.schools.roles import answers
from gatepost.schools.seat import Seat

KIND: Final = "login_asking"


@transaction.atomic
def ask(channel: Channel, *, purpose: str, seat: Seat, at: datetime) -> LoginAsking:
    """Ask for a login; somebody who may answer gets the task."""
    row = kept.ask(channel, purpose=purpose, seat=seat, at=at)
    owner = decides(row, at=at)
    what = f"Say whether {seat.person} may have the login of {row.channel}"[:200]
    if owner is not None:
        duties.open_duty(
            row.school, owner=owner, kind=KIND, what=what,
            about=about(row), due_at=at + timedelta(days=DAYS), by=seat.actor, at=at,
        )  # fmt: skip
    return row


@transaction.atomic
def answer(asking: LoginAsking, *, yes: bool, reason: str, seat: Seat, at: datetime) -> LoginAsking:
    """Say yes or no to it, which is what its task asks for."""
    row = kept.answer(asking, yes=yes, reason=reason, seat=seat, at=at)
    duty = open_about(row.school, [about(row)], kind=KIND).get(about(row))
    if duty is not None:
        duties.finish(duty, person=seat.person, by=seat.actor, at=at, proof=f"Answered: {row.answer}.")
    return row


def about(asking: LoginAsking) -> str:
    """Return what a task about a wish names it by."""
    return f"login_asking:{asking.pk}"


def decides(row: LoginAsking, *, at: datetime) -> Person | None:
    """Return the first, by name, who may answer; None where nobody else at the school holds a role that may."""
    who = (one.person for one in seats(row.school, at=at) if answers(one.roles, row.route))
    return next((person for person in who if person.pk != row.asked_by_id), None)
