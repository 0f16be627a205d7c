"""What is closed when somebody leaves or changes their job: the kinds of items, as a table. No database."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

WHYS: Final[Mapping[str, str]] = {"leaves": "leaves", "moves": "changes jobs"}
"""Slug → why somebody's access is looked at, as it stands in a sentence."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of item. `by_itself` tells that Gatepost ends it; the rest a person does, and says how one can tell.

    `hands_over` tells that somebody else takes it over.
    """

    name: str
    by_itself: bool
    hands_over: bool = False


KINDS: Final[Mapping[str, Kind]] = {
    "role": Kind("Role", by_itself=True),
    "admin": Kind("Administrator", by_itself=True),
    "admin_role": Kind("Administrator by role", by_itself=True),
    "poster": Kind("Poster", by_itself=True),
    "owner": Kind("Owner of an account", by_itself=True, hands_over=True),
    "duty": Kind("Open task", by_itself=True, hands_over=True),
    "sign_in": Kind("Signing in", by_itself=True),
    "platform": Kind("On the platform itself", by_itself=False),
    "login": Kind("Login", by_itself=False),
    "group": Kind("Messaging group", by_itself=False),
    "device": Kind("Devices", by_itself=False),
    "passwords": Kind("Password manager", by_itself=False),
    "tools": Kind("Other tools", by_itself=False),
}
"""Slug → kind, in the order of the page. Slugs are stored."""

MAY_STAY: Final = frozenset({"role", "admin", "poster", "owner", "duty"})
"""The kinds of which whoever changes jobs can keep an item."""

ASKED: Final[Mapping[str, str]] = {
    "device": "School phones and tablets are back, and the accounts’ apps are signed out on any phone of their own.",
    "passwords": "Their share of the password manager has ended.",
    "tools": "They are out of scheduling and design tools that are linked to the accounts.",
}
"""What only a person can know: slug → what they confirm."""


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing that somebody can reach or owes: its kind, what names it, and what people read."""

    what: str
    about: str
    says: str
