"""The names that a person goes by, and whether a name in a text is one of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from gatepost.detectors import Person, Roster
from gatepost.detectors.names.fold import fold_name

STYLE = {"pupil_full": "full", "pupil_first": "first", "pupil_surname": "surname"}
"""Type of finding → how the text names the person."""

FULLEST = ("initials", "first", "surname", "full")
"""From the name that says least to the one that says most."""


def fuller(one: str | None, other: str) -> str:
    """Return whichever of two ways of naming somebody says more."""
    return max(one, other, key=FULLEST.index) if one in FULLEST else other


def forms(person: Person) -> frozenset[str]:
    """Return the full names that somebody on the roll goes by, folded."""
    firsts = (person.legal_first, person.preferred_first, *person.nicknames)
    lasts = (person.legal_last, person.preferred_last)
    return frozenset(fold_name(f"{first} {last}") for first in firsts for last in lasts if first and last)


def called(person: Person) -> str:
    """Return the name to call somebody on the roll by: the preferred one where there is one."""
    parts = (person.preferred_first or person.legal_first, person.preferred_last or person.legal_last)
    return " ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Directory:
    """The people of a roll by what findings call them."""

    people: Mapping[str, Person]

    @classmethod
    def of(cls, roster: Roster | None) -> "Directory":
        """Index a roll; without one nobody is known."""
        return cls(_by_key(roster) if roster else {})

    def forms(self, who: Iterable[str]) -> frozenset[str]:
        """Return every full name of these people, folded."""
        return frozenset(form for key in who if key in self.people for form in forms(self.people[key]))

    def name(self, who: tuple[str, ...]) -> str | None:
        """Return what to call the person, where there is no doubt who it is."""
        return called(self.people[who[0]]) if len(who) == 1 and who[0] in self.people else None


@lru_cache(maxsize=4)
def _by_key(roster: Roster) -> Mapping[str, Person]:
    """Index a roll once: a check of one post must not walk 100,000 people."""
    return {person.key: person for person in roster.people if person.key}


def small_roster(people: Iterable[tuple[str, Any]]) -> Roster | None:
    """Return a roll of listed people who have a name, each known by the key given with it; None without any."""
    named = [_person(key, entry) for key, entry in people]
    found = [person for person in named if person is not None]
    return Roster(found) if found else None


def _person(key: str, entry: Any) -> Person | None:
    name = entry.get("name") if isinstance(entry, Mapping) else None
    if not isinstance(name, str) or len(name) > _LONGEST:
        return None
    first, _, last = name.strip().partition(" ")
    return Person(admission_no=key, legal_first=first, legal_last=last) if first else None


_LONGEST = 200
"""Characters; what is longer is no name."""
