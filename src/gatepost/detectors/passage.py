"""A text, read once for all detectors: the cheap facts by which most of them can stop early."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gatepost.detectors.names.roster import Roster

# One character for one character, so that every offset into `plain` is an offset into the text as given.
_PLAIN = str.maketrans(
    {"‘": "'", "’": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"'}
    | dict.fromkeys("‐‑‒–—−", "-")
    | dict.fromkeys("\u00a0\u2007\u2009\u202f\u2002\u2003", " ")
)
_WORD = re.compile(r"[a-z]+")
_FIGURES = b"0123456789"
_SMALL = b"abcdefghijklmnopqrstuvwxyz"


class Passage:
    """A text with its plain form (straight quotes, ordinary spaces), its lower case and its set of words."""

    def __init__(self, text: str, *, roster: Roster | None = None, contacts: Collection[str] = ()) -> None:
        self.text = text
        self.plain = text if text.isascii() else text.translate(_PLAIN)
        self.lower = _lower(self.plain)
        self.words = frozenset(_WORD.findall(self.lower))
        self.roster = roster
        self.contacts = contacts

    @cached_property
    def digits(self) -> int:
        """How many digits the text has: a telephone number needs ten, a postcode two."""
        return _count(self.plain, _FIGURES) if self.plain.isascii() else sum(map(str.isdigit, self.plain))

    @cached_property
    def shouting(self) -> bool:
        """Whether the text is written in capitals throughout, so that a capital says nothing."""
        if 4 * _count(self.plain, _SMALL) > len(self.plain):  # told of most texts without a look at each character
            return False
        letters = [c for c in self.plain if c.isalpha()]
        return len(letters) > 3 and sum(map(str.isupper, letters)) > 0.8 * len(letters)

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Spans of the sentences and lines, in order."""
        return [m.span() for m in re.finditer(r"[^.!?\n]+(?:[.!?]+(?=\S)[^.!?\n]+)*[.!?]*", self.plain)]

    def has_any(self, words: frozenset[str]) -> bool:
        """Whether any of these lower-case words stands in the text; the cheapest question a detector can ask
        first."""
        return not words.isdisjoint(self.words)


def _count(text: str, characters: bytes) -> int:
    """How many of these ASCII characters stand in the text."""
    written = text.encode(errors="ignore")
    return len(written) - len(written.translate(None, characters))


def _lower(text: str) -> str:
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := c.lower()) == 1 else c for c in text)  # a dotted capital I grows when lowered
