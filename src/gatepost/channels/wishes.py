"""A wish for a new account: what the policy makes of it, who decides, and whether its name will do."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from django.db.models import F, QuerySet

from gatepost.channels.addresses import called
from gatepost.channels.deciding import Account, Told, about_account
from gatepost.channels.models import Asking
from gatepost.channels.models.channel import platform_name
from gatepost.channels.particulars import MESSAGING
from gatepost.handbook.queries import InForce
from gatepost.schools.models import Person, School
from gatepost.schools.roles import fact_role
from gatepost.schools.seat import Seat

HEAD: Final = "headteacher"
"""Who decides where the policy names nobody."""
KINDS: Final = ("account", "group")
"""What somebody can ask for, slugs of `channels.particulars`."""
_REFUSED: Final = frozenset({"block", "not_official"})
_COMMON: Final = frozenset({"school", "primary", "junior", "infant", "infants", "high", "academy", "college", "the",
                            "of", "and", "st", "church", "community", "trust", "nursery"})  # fmt: skip
HANDLES: Final[Mapping[str, int]] = {"x": 15, "tiktok": 24, "instagram": 30, "threads": 30, "youtube": 30}
"""How many characters a name with @ may have, as pages about the platforms say; the platforms' own were not read.
Remarks rest on it, and nothing is refused for it."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody asks for. `ends_on` is the last day of a trial, if it is one.

    `kind` is account or group; empty where nobody says, and then it is what is usual on the platform.
    `uses_logo` is whether the school's badge or logo stands on it, None where nobody knows yet.
    """

    platform: str
    name: str
    purpose: str
    audience: str
    risks: str
    first_admin: Person
    second_admin: Person
    ends_on: date | None = None
    kind: str = ""
    uses_logo: bool | None = None

    @property
    def becomes(self) -> str:
        """What a yes puts on the register. A group for messages is for its members, and stands on no public page."""
        return self.kind or ("group" if self.platform in MESSAGING else "account")


@dataclass(frozen=True, slots=True)
class Judged:
    """What stands before a wish: what the policy says, who decides, and remarks on the name."""

    told: Told
    route: str
    remarks: tuple[str, ...]
    becomes: str = "account"

    @property
    def is_refused(self) -> bool:
        """Whether the policy does not allow it, so that there is nothing to decide.

        A messaging group is never an official account, and need not be one: only what bars it refuses it.
        """
        return self.told.outcome in (_REFUSED - {"not_official"} if self.becomes == "group" else _REFUSED)

    @property
    def names_nobody(self) -> bool:
        """Whether the policy names nobody who decides, so that the head does."""
        return not self.told.route


def judged(wish: Wish, *, seat: Seat, policy: InForce, at: datetime) -> Judged:
    """Return what the policy in force makes of a wish. What nobody can know before it is open stays unknown."""
    account = Account(
        platform=wish.platform, name=wish.name, uses_name=uses_name(wish.name, seat.school), admins=2,
        asked_by=fact_role(seat.roles), uses_logo=wish.uses_logo,
    )  # fmt: skip
    told = about_account(account, school=seat.school, policy=policy, at=at)
    route = told.route if told.outcome == "needs_approval" and told.route else HEAD
    return Judged(told, route, tuple(remarks(wish, seat.school)), wish.becomes)


def uses_name(name: str, school: School) -> bool:
    """Return whether a name holds a word of the school's own, such as its place: not “school” or “primary” alone."""
    own = (word for word in school.name.casefold().split() if called(word) not in _COMMON)
    return any(called(word) in called(name) for word in own if called(word))


def remarks(wish: Wish, school: School) -> Iterator[str]:
    """Yield what speaks against the name, in sentences. None of them stops the wish."""
    if not uses_name(wish.name, school):
        yield f"The name does not say whose account it is. Begin it with the name of {school}."
    handle, most = wish.name.strip().removeprefix("@"), HANDLES.get(wish.platform)
    if most is not None and " " not in handle and len(handle) > most:
        yield (f"{platform_name(wish.platform)} takes at most {most} characters after the @, and this has "
               f"{len(handle)}. Shorten it.")  # fmt: skip


def wishes(school: School) -> QuerySet[Asking]:
    """Return every wish of a school: those that wait first, the longest wait first; then the latest answered."""
    rows = Asking.objects.of(school).select_related("asked_by", "answered_by", "channel")
    return rows.order_by(F("answered_at").desc(nulls_first=True), "asked_at", "pk")


def wish_at(school: School, pk: int) -> Asking:
    """Return one wish of a school. Raises Asking.DoesNotExist."""
    people: Any = ("asked_by", "answered_by", "first_admin", "second_admin", "channel", "school__trust")
    return Asking.objects.of(school).select_related(*people).get(pk=pk)
