"""Ask for a new account and answer, with the task of whoever decides."""

from datetime import datetime, timedelta
from typing import Final

from django.db import transaction

from gatepost.channels.actions import askings as kept
from gatepost.channels.models import Asking, LoginAsking
from gatepost.channels.models.channel import platform_name
from gatepost.channels.wishes import Wish
from gatepost.consents.roster import known
from gatepost.duties.actions import duties
from gatepost.duties.naming import bears_name
from gatepost.duties.queries import open_about
from gatepost.schools.errors import UnableTo
from gatepost.schools.models import Person
from gatepost.schools.queries import seats
from gatepost.schools.roles import answers
from gatepost.schools.seat import Seat

KIND: Final = "asking"
DAYS: Final = 10
"""How long there is to answer, in days. Ours: no policy says."""


@transaction.atomic
def ask(wish: Wish, *, seat: Seat, at: datetime) -> Asking:
    """Ask for a new account; somebody who may answer gets the task. Raises UnableTo where the name names a person."""
    if bears_name(wish.name, known(seat.school).people):
        raise UnableTo("An account of the school bears nobody’s name, of a pupil or of somebody who works here: it "
                       "stays when they leave. Choose another name.")  # fmt: skip
    row = kept.ask(wish, seat=seat, at=at)
    what = f"Answer the wish for a new account on {platform_name(row.platform)}"
    let_decide(row, kind=KIND, about=about(row), what=what, seat=seat, at=at)
    return row


@transaction.atomic
def answer(asking: Asking, *, yes: bool, reason: str, seat: Seat, at: datetime) -> Asking:
    """Say yes or no to it, which is what its task asks for."""
    row = kept.answer(asking, yes=yes, reason=reason, seat=seat, at=at)
    decided(row, kind=KIND, about=about(row), seat=seat, at=at)
    return row


def about(asking: Asking) -> str:
    """Return what a task about a wish names it by."""
    return f"asking:{asking.pk}"


@transaction.atomic
def let_decide(
    row: Asking | LoginAsking, *, kind: str, about: str, what: str, seat: Seat, at: datetime
) -> None:  # fmt: skip
    """Open the task of whoever decides about a wish, for an account or a login; none where nobody does."""
    owner = decides(row, at=at)
    if owner is not None:
        duties.open_duty(
            row.school, owner=owner, kind=kind, what=what,
            about=about, due_at=at + timedelta(days=DAYS), by=seat.actor, at=at,
        )  # fmt: skip


@transaction.atomic
def decided(row: Asking | LoginAsking, *, kind: str, about: str, seat: Seat, at: datetime) -> None:
    """Finish the task about a wish that was answered."""
    duty = open_about(row.school, [about], kind=kind).get(about)
    if duty is not None:
        duties.finish(duty, person=seat.person, by=seat.actor, at=at, proof=f"Answered: {row.answer}.")


def decides(row: Asking | LoginAsking, *, at: datetime) -> Person | None:
    """Return the first, by name, who may answer; None where nobody else at the school holds a role that may."""
    who = (one.person for one in seats(row.school, at=at) if answers(one.roles, row.route))
    return next((person for person in who if person.pk != row.asked_by_id), None)
