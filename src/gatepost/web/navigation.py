"""Where people may go from a page of a school: a plain table."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.urls import NoReverseMatch, reverse

from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat


@dataclass(frozen=True, slots=True)
class Place:
    """An entry of the menu: what it is called, the name of its address, and what one must be allowed to see it."""

    label: str
    name: str
    permission: Permission


PLACES: Final = (
    Place("Home", "home", Permission.SEE_POLICY),
    Place("Sign-off", "signoff_queue", Permission.SIGN_OFF),
    Place("Posts to go out", "to_go_out", Permission.HAND_OVER),
    Place("Archive", "archive", Permission.SEE_POSTS),
    Place("Pupils", "pupils", Permission.SEE_PUPILS),
    Place("Policy", "policy", Permission.SEE_POLICY),
    Place("History", "history", Permission.SEE_HISTORY),
    Place("People", "people", Permission.MANAGE_PEOPLE),
    Place("Accounts", "accounts", Permission.SEE_CHANNELS),
)
"""In the order of the menu. Everybody who holds a role may see the policy, and so the home page."""


@dataclass(frozen=True, slots=True)
class Link:
    """An entry as one person sees it. `current` is `page` on the page itself, `true` on a page below it."""

    label: str
    address: str
    current: str
    count: int


def links(seat: Seat, *, path: str, counts: Mapping[str, int]) -> list[Link]:
    """Return the entries that this person may see at this school; `counts` says how many things wait at which."""
    found = []
    for place in PLACES:
        address = address_of(place.name, school=seat.school.slug)
        if address and seat.may(place.permission):
            found.append(Link(place.label, address, _current(place.name, address, path), counts.get(place.name, 0)))
    return found


def address_of(name: str, **kwargs: str) -> str | None:
    """Return the address of a page, or None where this installation has no such page."""
    try:
        return reverse(name, kwargs=kwargs)
    except NoReverseMatch:
        return None


def _current(name: str, address: str, path: str) -> str:
    if path == address:
        return "page"
    return "true" if name != "home" and path.startswith(address) else ""
