"""Whom to ring when somebody else may have got into an account: as the register and the roles stand now, never kept."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from gatepost.channels.models import Administrator, Channel
from gatepost.duties.actions.chasing import keeper
from gatepost.schools.models import Person
from gatepost.schools.seat import Seat

ICO: Final = timedelta(hours=72)
"""How long there is, from when it is known, to tell the ICO of a breach that is a risk to people (UK GDPR art. 33)."""


@dataclass(frozen=True, slots=True)
class Call:
    """Whom to ring, and why. `people` is empty where nobody at the school holds the role."""

    who: str
    why: str
    people: tuple[Person, ...]


def calls(channel: Channel, *, admins: Iterable[Administrator], here: Iterable[Seat]) -> tuple[Call, ...]:
    """Return whom to ring about an account, the first first. `here` is everybody at the school with their roles."""
    staff = list(here)
    owner = keeper(channel, staff)
    return (
        Call("Owner of the account", "Knows it best, and who can sign in.", (owner,) if owner else ()),
        Call("Administrators", "They may still be signed in, or be where it came from.", _admins(admins, staff)),
        Call("DPO", "Decides whether personal data is concerned, and whether the ICO is told.", _with("dpo", staff)),
        Call("DSL", "At once, if a child may have been written to, or be shown.", _with("dsl", staff)),
        Call("Headteacher", "Decides what families are told.", _with("headteacher", staff)),
        Call(
            "Central team", "May hold rights on the account, and knows the other schools.", _with("central_team", staff)
        ),
    )


def _admins(admins: Iterable[Administrator], staff: list[Seat]) -> tuple[Person, ...]:
    found: dict[int, Person] = {}
    for row in admins:
        for person in (row.person,) if row.person else _with(row.role, staff):
            found.setdefault(person.pk, person)
    return tuple(found.values())


def _with(role: str, staff: Iterable[Seat]) -> tuple[Person, ...]:
    return tuple(one.person for one in staff if role in one.roles)
