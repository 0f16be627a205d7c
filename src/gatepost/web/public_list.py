"""The public list as everybody is shown it: nothing on it names a person, or tells how to reach one."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from typing import Any, Final

from django.utils import timezone

from gatepost.channels.official import Entry, Official, official
from gatepost.consents.roster import known
from gatepost.detectors import Roster, detect_text
from gatepost.duties.naming import bearing
from gatepost.handbook.queries import policy_in_force
from gatepost.schools.models import School

_DETAILS: Final = ("phone", "email", "address", "postcode", "upn", "ni_number", "dob")
_WORDS: Final = ("name", "handle", "purpose", "disclaimer")
"""What people wrote themselves. The rest of an entry are days, words of ours, and the address."""


def public_list(school: School, *, at: datetime) -> Official:
    """Return the public list of a school, as every public page gives it out."""
    policy = policy_in_force(school, on=timezone.localdate(at))
    listed = official(school, policies=policy.all if policy else (), at=at)
    return without(listed, barred_texts(listed))


def without(listed: Official, barred: Collection[str]) -> Official:
    """Return a list without the texts that `barred_texts` found in it.

    Such a text is left out whole. An account whose address names somebody is left out itself, unless it is the
    school's: then it stays without an address, and whoever asks about that address is told to ask the school.
    """

    def clean(entries: Iterable[Entry]) -> tuple[Entry, ...]:
        return tuple(found for one in entries if (found := _clean(one, barred)) is not None)

    return replace(listed, ours=clean(listed.ours), closed=clean(listed.closed), close=clean(listed.close),
                   fakes=clean(listed.fakes))  # fmt: skip


def barred_texts(listed: Official) -> tuple[str, ...]:
    """Return the texts of a list that may not stand on the public page: they name somebody, or hold a detail.

    Whoever has left is somebody for as long as the school holds their name.

    One query, and two more where the roll has changed.
    """
    entries = (*listed.ours, *listed.closed, *listed.close, *listed.fakes)
    words = _each(entries, lambda one: [getattr(one, name) for name in _WORDS])
    places = _each(entries, lambda one: [one.address])
    named = _bearing((*words, *places), known(listed.school), listed.school.name)
    contacts = tuple(map(str, listed.school.contacts))
    return tuple(one for one in (*words, *places) if one in named or (one in words and _has_detail(one, contacts)))


def _each(entries: Iterable[Entry], texts: Callable[[Entry], Iterable[str]]) -> dict[str, None]:
    return dict.fromkeys(text for one in entries for text in texts(one) if text.strip())


@lru_cache(maxsize=64)
def _bearing(texts: tuple[str, ...], people: Roster, school: str) -> frozenset[str]:
    """Return the texts that name somebody. Anybody may open the page, so the same list is read through but once.

    The name of the school is no one's, though somebody may bear it too.
    """
    without = {text: text.replace(school, " ") for text in texts}
    found = set(bearing(list(without.values()), people.people))
    return frozenset(text for text in texts if without[text] in found)


@lru_cache(maxsize=4096)
def _has_detail(text: str, contacts: tuple[str, ...]) -> bool:
    found = detect_text(text, contacts=contacts, types=(*_DETAILS, "school_contact"))
    return any(one.type in _DETAILS for one in found)


def _clean(entry: Entry, barred: Collection[str]) -> Entry | None:
    if entry.address in barred and entry.state in ("fake", "close"):
        return None
    left_out: dict[str, Any] = {name: "" for name in (*_WORDS, "address") if getattr(entry, name) in barred}
    return replace(entry, **left_out)
