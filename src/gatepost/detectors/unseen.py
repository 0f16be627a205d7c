"""Characters that nobody sees, such as the soft hyphens that a paste brings along: read past, with every place kept."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final
from unicodedata import category

from gatepost.detectors.finding import Finding

_UNSEEN: Final = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e"
    "\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]"
)
"""Hyphens and joins that show only at the end of a line, spaces without width, and marks of direction."""
_BLANK: Final = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""What Unicode calls a letter or a sign and is drawn as nothing: Hangul fillers, and Braille without a dot."""
_UNSHOWN: Final = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Mn", "Me"})
"""Unicode’s categories of spaces, controls, formats, and marks that show on another character alone."""


def is_blank(text: str) -> bool:
    """Return whether nothing of a text shows: it is empty, or has spaces, marks and unseen characters alone."""
    return all(char in _BLANK or category(char) in _UNSHOWN for char in text)


def read_past(text: str, find: Callable[[str], Iterable[Finding]]) -> tuple[Finding, ...]:
    """Return what `find` finds in a text without the characters that nobody sees, at the places of the text as given.

    Where one stands between a small letter and a capital, two words meet: there it is read as a space.
    """
    if text.isascii() or not (unseen := {one.start() for one in _UNSEEN.finditer(text)}):
        return tuple(find(text))
    meet = {place for place in unseen if text[place - 1 : place].islower() and text[place + 1 : place + 2].isupper()}
    places = [place for place in range(len(text)) if place not in unseen or place in meet]
    seen = "".join(" " if place in meet else text[place] for place in places)
    return tuple(replace(one, start=places[one.start], end=places[one.end - 1] + 1) for one in find(seen))


def read_closed_up(text: str, find: Callable[[str], Iterable[Finding]]) -> tuple[Finding, ...]:
    """Return what `find` finds in a text without any character that nobody sees, at the places of the text as given.

    Unlike `read_past` it puts a space nowhere: who hides a word does not mind where it is torn.
    """
    places = [place for place, char in enumerate(text) if not _is_unseen(char)]
    if len(places) == len(text):
        return ()
    seen = "".join(text[place] for place in places)
    return tuple(replace(one, start=places[one.start], end=places[one.end - 1] + 1) for one in find(seen))


def _is_unseen(char: str) -> bool:
    return not char.isascii() and (char in _BLANK or category(char) == "Cf" or _UNSEEN.match(char) is not None)
