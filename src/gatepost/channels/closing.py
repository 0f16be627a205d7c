"""How an account is closed in good order: the steps, what is asked of each, and the day that a policy prints.

The steps are ours, made of what schools that left a platform had to do. Platforms call their forms otherwise and move
them, so none is named here that could be out of date. Data and plain functions, and no database.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from gatepost.handbook.cited import Cited, of_point
from gatepost.policy import CompiledPolicy
from gatepost.schools.errors import UnableTo


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what to do, and how one can tell that it is done, as the form asks for it.

    `optional` says whether it may be left out with a reason. The last one, the day, is the closing itself.
    """

    name: str
    does: str
    proof: str
    optional: bool = True


LAST: Final = "date"
_FURTHEST: Final = timedelta(days=730)

STEPS: Final[Mapping[str, Step]] = {
    "announce_there": Step(
        "Say it on the account",
        "Post a last time, through Gatepost and before the day: that the account closes, when, and where the school is "
        "found from then on. Pin it to the top if the platform can.",
        "Address of that post, or the day",
    ),
    "announce_elsewhere": Step(
        "Tell families another way",
        "By newsletter, letter or e-mail, so that those who do not look at the account know too.",
        "How you told them, and when",
    ),
    "redirect": Step(
        "Send followers on",
        "Change the description of the account, so that whoever finds it later is sent to the website or to another "
        "official account.",
        "Where followers are sent now",
    ),
    "archive": Step(
        "Keep what was posted",
        "Ask the platform for its own copy of everything on the account, and keep it where the school keeps its "
        "records. What Gatepost posted stays in its archive anyway.",
        "Where the copy is kept. Never write a login",
    ),
    "website": Step(
        "Take it off the website",
        "Remove links, icons and embedded posts, also from newsletters, letterheads and e-mail signatures.",
        "Which page you changed",
        optional=False,
    ),
    "privacy_notice": Step(
        "Take it out of the privacy notice",
        "The notice names the account no more, and says how long what is kept of it stays.",
        "Date of the new notice, or that it was never named there",
        optional=False,
    ),
    "handle": Step(
        "Keep the name",
        "Keep the empty account, so that nobody else can take its name and pretend to be the school. A platform can "
        "give away the name of an account that is deleted or unused, so somebody signs in from time to time.",
        "Who keeps it, and in which place the login is",
    ),
    "access": Step(
        "Take everybody’s access off",
        "Take administrators, advertisers and connected apps off on the platform, all but the one who keeps the name. "
        "Change the password after that.",
        "Who looked, and who is left",
        optional=False,
    ),
    LAST: Step(
        "Write down the day",
        "The account is closed. It stays on the register, in the history and on the public page among those that are "
        "closed.",
        "The day on which it was closed",
        optional=False,
    ),
}
"""Slug → step, in the order in which they are done. Slugs are stored."""

BEFORE_LAST: Final = tuple(slug for slug in STEPS if slug != LAST)
"""What has to be done, or left out with a reason, before the account is closed."""


def open_steps(settled: Iterable[str]) -> tuple[str, ...]:
    """Return the steps that are still in the way of closing, where those of `settled` are done or left out."""
    there = frozenset(settled)
    return tuple(slug for slug in BEFORE_LAST if slug not in there)


def check_day(day: date, *, kind: str, opened_on: date, on: date) -> None:
    """Raise UnableTo unless the closing of an account of a kind may begin on a day, as it is said on the day `on`.

    It may be past, as policies print it; not before the account was opened, nor years ahead.
    """
    if kind == "associated":
        raise UnableTo("This account is run by others. Only they can close it.")
    if day < opened_on:
        raise UnableTo(f"The account was opened on {opened_on:%-d %B %Y}. Choose that day or a later one.")
    if day - on > _FURTHEST:
        raise UnableTo("This day is more than two years away. Check its year.")


@dataclass(frozen=True, slots=True)
class Printed:
    """The day from which a policy says that an account is closed, and the clause that says so."""

    day: date
    clause: Cited


def printed(platform: str, name: str, *, policies: Iterable[CompiledPolicy]) -> Printed | None:
    """Return the closing day that one of these policies prints for an account; None where none does.

    A row of a policy without a name is about every account on its platform. The earliest day counts.
    """
    found = [
        Printed(row.closed.first_day(), _clause(policy, row.ref))
        for policy in policies
        for row in policy.document.head.channels
        if row.closed and row.platform == platform and (row.name is None or row.name.casefold() == name.casefold())
    ]
    return min(found, key=lambda one: one.day, default=None)


def _clause(policy: CompiledPolicy, ref: str) -> Cited:
    points = [point for point in policy.document.points if point.ref == ref]
    return of_point(points[0], policy=policy)
