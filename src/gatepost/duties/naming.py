"""Whether what an account is called, or its address, bears the name of somebody: an account is the school's."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from gatepost.channels.addresses import called
from gatepost.detectors import Person
from gatepost.detectors.names.fold import fold_name
from gatepost.screening.names import forms

_TITLES: Final = ("mr", "mrs", "ms", "miss", "mx", "dr", "sir")
_SHORT: Final = 6
"""Fewer letters than this stand inside other words by chance, and count only as words of their own."""


def bears_name(text: str, people: Iterable[Person]) -> bool:
    """Return whether a text, written as names or handles are, holds the full name of one of these people.

    Of those who work at the school a title with the surname counts too: an account of “Mrs Patel’s class” is hers.
    """
    return bool(bearing([text], people))


def bearing(texts: Sequence[str], people: Iterable[Person]) -> list[str]:
    """Return those of these texts that hold the full name of one of these people."""
    read = [(text, _words(text)) for text in texts]
    names = {name for person in people for name in _names(person)} if texts else set()
    wanted = [(called(name), name.split()) for name in names]
    return [text for text, words in read if _holds(words, wanted)]


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", fold_name(text))


def _holds(words: list[str], wanted: Iterable[tuple[str, list[str]]]) -> bool:
    run = "".join(words)
    return any(bare in run and (len(bare) >= _SHORT or _follow(parts, words)) for bare, parts in wanted)


def _follow(parts: list[str], words: list[str]) -> bool:
    return any(words[start : start + len(parts)] == parts for start in range(len(words)))


def _names(person: Person) -> Iterable[str]:
    yield from forms(person)
    if person.kind == "staff" and person.legal_last:
        yield from (f"{title} {fold_name(person.legal_last)}" for title in _TITLES)
