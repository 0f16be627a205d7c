"""Folding: a text in plain lower-case letters and single spaces, with the way back to the original offsets."""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Sequence
from functools import lru_cache

_ASCII = str.maketrans({i: (chr(i).lower() if chr(i).isalnum() else " ") for i in range(128)})
# Letters that do not decompose into a base letter and a mark.
_LETTERS = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ħ": "h"}
_TAG = re.compile(r"#\w+")
_HUMP = re.compile(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])")


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    out = []
    for c in unicodedata.normalize("NFKD", character.lower()):
        if unicodedata.combining(c):
            continue
        out.append(_LETTERS.get(c, c if c.isalnum() else " "))
    return "".join(out)


def fold_name(name: str) -> str:
    """A name as it is looked up: lower case, no marks, one space between its parts; `Zoë O'Brien` becomes
    `zoe o brien`."""
    if name.isascii():
        return " ".join(name.translate(_ASCII).split())
    return " ".join("".join(map(_fold_character, name)).split())


def fold_text(text: str) -> tuple[str, Sequence[int]]:
    """The folded text between two spaces, and for each of its characters the offset in `text`.

    Words that are run together in a hashtag (`#WellDoneOliver`) come apart at their capitals.
    """
    if text.isascii() and "#" not in text:
        return f" {text.translate(_ASCII)} ", range(-1, len(text) + 1)
    breaks = {i for m in _TAG.finditer(text) for i in humps(text, m.start(), m.end())}
    out, offsets = [" "], array("q", [-1])
    for i, c in enumerate(text):
        if i in breaks:
            out.append(" ")
            offsets.append(i)
        folded = _fold_character(c)
        out.append(folded)
        offsets.extend([i] * len(folded))
    out.append(" ")
    offsets.append(len(text))
    return "".join(out), offsets


def humps(text: str, start: int, end: int) -> list[int]:
    """Return where words that are run together come apart: offsets of capitals and of figures, the latter first."""
    cuts = [start + m.start() for m in _HUMP.finditer(text[start:end])]
    for i in range(start + 2, end):
        before, here = text[i - 1], text[i]
        ends_capitals = before.isupper() and here.isupper() and i + 1 < end and text[i + 1].islower()
        if (here.isupper() and before.islower() and text[i - 2 : i] not in {"Mc", "ac"}) or ends_capitals:
            cuts.append(i)
    return cuts
