"""Whether a privacy notice names the accounts of the school: its text against the public list. No database.

What is pasted is read once and kept nowhere. An account is named by its address, by its name on the platform, or by
what it is called in a line that names its platform too, or stands under it: two accounts often bear one name.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from gatepost.channels.addresses import HOSTS, Place, called, handle_of, is_at, is_post, place_of
from gatepost.channels.official import Entry, Official
from gatepost.channels.particulars import PLATFORMS

LONGEST: Final = 50_000
"""How many letters a notice may have."""
_EDGES: Final = "()[]{}<>\"'“”‘’,;:!?.…•*-–"
_OTHER_NAMES: Final[Mapping[str, frozenset[str]]] = {"x": frozenset({"twitter"}), "website": frozenset({"website"})}
"""Other words by which a text means a platform."""
_PLATFORMS: Final = frozenset(PLATFORMS).union(*_OTHER_NAMES.values())
_CELL: Final = 8
"""Words that the cell of a table or the item of a list has at most; more are a sentence."""


@dataclass(frozen=True, slots=True)
class Compared:
    """What a notice lacks, what of it is over, and which addresses on platforms in it are of no account of ours."""

    missing: tuple[Entry, ...]
    closed: tuple[Entry, ...]
    strangers: tuple[str, ...]

    @property
    def agrees(self) -> bool:
        """Whether it names every account of the school and no other."""
        return not (self.missing or self.closed or self.strangers)


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of a notice: its words, the accounts whose addresses stand in it, and its letters alone.

    `under` are the words of the line below which it stands, where that is a platform’s name alone.
    """

    words: frozenset[str]
    places: Mapping[str, Place]
    letters: str
    under: frozenset[str]


def compared(text: str, listed: Official) -> Compared:
    """Return how the text of a notice differs from the public list. What the list leaves out is not looked for."""
    lines = list(_lines(text))
    known = (*listed.ours, *listed.closed, *listed.close, *listed.fakes)
    missing = tuple(one for one in listed.ours if not _is_named(one, lines))
    over = tuple(one for one in listed.closed if _is_addressed(one, lines))
    return Compared(missing, over, tuple(dict.fromkeys(_strangers(lines, known))))


def _lines(text: str) -> Iterator[_Line]:
    """Yield the lines of a notice. What is copied out of a table has each of its cells in a line of its own."""
    under: frozenset[str] = frozenset()
    for one in filter(None, map(str.strip, text.splitlines())):
        line = _line(one, under)
        if line.words and line.words <= _PLATFORMS:
            under = line.words
        elif len(line.words) > _CELL:
            under = frozenset()  # a sentence is about something else again
        yield line


def _line(text: str, under: frozenset[str]) -> _Line:
    words = [word for one in re.split(r"[\s|]+", text) if (word := one.strip(_EDGES))]
    places = {word: place for word in words if not is_post(word) and (place := place_of(word)) is not None}
    return _Line(frozenset(word.casefold() for word in words), places, called(text), under)


def _is_named(entry: Entry, lines: Iterable[_Line]) -> bool:
    return any(_is_here(entry, line) for line in lines)


def _is_addressed(entry: Entry, lines: Iterable[_Line]) -> bool:
    # A notice may well say that an account was closed: only an address that still leads there is to be taken out.
    return any(is_at(entry, place) for line in lines for place in line.places.values())


def _is_here(entry: Entry, line: _Line) -> bool:
    if any(is_at(entry, place) for place in line.places.values()):
        return True
    on = {place.where for place in line.places.values()}
    if entry.platform in on or not _names_platform(entry, line):
        return False  # another address on that platform stands there: the notice leads elsewhere
    handle = handle_of(entry.handle, entry.platform)
    if handle and handle in {handle_of(word, entry.platform) for word in line.words}:
        return True
    return bool(called(entry.name)) and called(entry.name) in line.letters


def _names_platform(entry: Entry, line: _Line) -> bool:
    names = {entry.platform_name.casefold(), entry.platform, *_OTHER_NAMES.get(entry.platform, ())}
    return bool(names & line.words) or (bool(names & line.under) and len(line.words) <= _CELL)


def _strangers(lines: Iterable[_Line], known: Iterable[Entry]) -> Iterator[str]:
    """Yield the addresses of accounts on platforms that are none on the list, or on it as a fake."""
    ours = [one for one in known if one.state != "fake"]
    for line in lines:
        for word, place in line.places.items():
            if place.where in HOSTS and not any(is_at(one, place) for one in ours):
                yield word
