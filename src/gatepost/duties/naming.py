"""Whether what an account is called, or its address, bears the name of somebody: an account is the school's."""

import re
from collections.abc import Iterable
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
    words = re.findall(r"[^\W_]+", fold_name(text))
    run = "".join(words)
    return any(_within(name, words, run) for person in people for name in _names(person))


def _names(person: Person) -> Iterable[str]:
    yield from forms(person)
    if person.kind == "staff" and person.legal_last:
        yield from (f"{title} {fold_name(person.legal_last)}" for title in _TITLES)


def _within(name: str, words: list[str], run: str) -> bool:
    bare = called(name)
    if len(bare) >= _SHORT:
        return bare in run
    parts = name.split()
    return any(words[start : start + len(parts)] == parts for start in range(len(words)))
