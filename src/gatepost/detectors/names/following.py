"""What follows a name: what the person did, made or belongs to; or nothing."""

from __future__ import annotations

import re

from gatepost.detectors.names.lexicon import PERSON_VERBS, WEAK_VERBS, WORK_NOUNS
from gatepost.detectors.names.tokens import Hit, Words

_CLASS = re.compile(r"(?:1[0-3]|[1-9])[a-z]{1,2}|[a-z]?(?:1[0-3]|[1-9])")

_CLASS_LEAD = frozenset({"year", "yr", "y", "class", "aged", "age", "form", "reception", "nursery"})


def following(words: Words, h: Hit) -> str:
    """What follows: an act of a person, their work (possessive), their class or age, or nothing."""
    gap, word = words.gap(h.last), words.get(h.last)
    if gap == "'" and word == "s":
        return _possessed(words, h.last + 1)
    if gap.startswith("' ") and words.get(h.last - 1).endswith("s"):
        return _possessed(words, h.last)
    if has_class(gap, word, words, h.last):
        return "class"
    if not words.touches(h.last) and gap.strip(" ,(") not in {"", "-"}:
        return ""
    if word in {"also", "then", "just", "really", "certainly", "proudly", "kindly", "bravely", "has", "have", "and"}:
        word = words.get(h.last + 1)
    if word in WEAK_VERBS:
        return "weak"
    return "verb" if word in PERSON_VERBS and words.gap(h.last).strip(" ,") == "" else ""


def _possessed(words: Words, at: int) -> str:
    return "work" if words.get(at) in WORK_NOUNS or words.get(at + 1) in WORK_NOUNS else "possessive"


def has_class(gap: str, word: str, words: Words, at: int) -> bool:
    """`Oliver, Year 8`, `Oliver (8B)`, `Oliver from 7H`, `Oliver in Year 4`, `Oliver, 9, …`, `Oliver Y6`."""
    if gap.strip(" ,(-") not in {"", "["}:
        return False
    if word in {"from", "in", "of"}:
        at, word = at + 1, words.get(at + 1)
        if word in {"our", "the"}:
            word = words.get(at + 1)
        return word in _CLASS_LEAD or _CLASS.fullmatch(word) is not None
    if word in _CLASS_LEAD:
        return word in {"reception", "nursery", "aged"} or words.get(at + 1)[:1].isdigit() or gap.strip(" ") != ""
    return (bool(gap.strip(" ")) and _CLASS.fullmatch(word) is not None) or re.fullmatch(
        r"y\d{1,2}[a-z]?", word
    ) is not None
