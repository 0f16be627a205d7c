"""Telephone numbers, as people write them: grouped, bracketed, with +44, with letters for noughts, or in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from gatepost.detectors.detector import Detector
from gatepost.detectors.finding import Finding
from gatepost.detectors.passage import Passage

_CANDIDATE = re.compile(
    r"(?<![\w£$€#@=&.])(?<![a-z=]/)(?:\+ ?"
    r"|\()?[0-9oO](?:[ .\-()\u00b7]{0,3}[0-9oO]){8,17}(?![\w%])"
)
# Strokes between the groups; without the shape of a number they would take in dates.
_STROKES = re.compile(r"(?<![\w/£])(?:0\d{2,4} ?[/|_*] ?\d{3,4} ?[/|_* -]? ?\d{3,4})(?![\w/])")
_CUED = re.compile(
    r"\b(?:tel|phone|telephone|mobile|mob|ring|call|text|whatsapp"
    r"|number(?: is)?)[\s:.]{1,3}(\d{6,8}|\d{3}[ -]\d{3,4})\b(?![-/ ]\d)"
)
_TEN = re.compile(
    r"\b(?:tel|phone|mobile|mob|ring|call|text|whatsapp|number(?: is)?)\b\D{1,12}(7\d{3}[ -]?\d{3}[ -]?\d{3})\b"
)
_NOT_A_PHONE = re.compile(
    r"(?:isbn|account|acc|a/c|order|ref|reference|invoice|barcode|nhs|charity|item|code"
    r"|serial)\W*(?:no|number|num|is)?\W*\Z"
)
_DATE = re.compile(r"\b\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d|\b(?:19|20)\d\d-\d\d-\d\d")
_WORDS = {w: str(n) for n, w in enumerate("zero one two three four five six seven eight nine".split())}
_WORDS |= {"oh": "0", "o": "0", "nought": "0", "nil": "0"}
_SPOKEN = re.compile(r"(?:(?:double|triple|treble|" + "|".join(_WORDS) + r")\b[ ,-]{0,2}){6,24}")
_SPEAKERS = frozenset(_WORDS) - {"o", "one", "two"}


def find(passage: Passage) -> Iterator[Finding]:
    """Numbers that could be dialled. Ofcom's for drama (07700 900xxx, 01632 960xxx) count, for examples use them."""
    if passage.digits >= 6:
        yield from _written(passage)
        yield from _stroked(passage)
    if len(passage.words & _SPEAKERS) >= 3:
        yield from _spoken(passage)


def _written(passage: Passage) -> Iterator[Finding]:
    for m in _CANDIDATE.finditer(passage.plain):
        found, number = m.group(), _digits(m.group())
        if _DATE.search(found) or _NOT_A_PHONE.search(passage.lower[max(0, m.start() - 24) : m.start()]):
            continue
        why = _dialled(number, found)
        if why:
            yield Finding("phone", m.start() + (found[0] == "(" and ")" not in found), m.end(), 0.95, why)
    for pattern, why in (
        (_CUED, "short number after a word like ring or call"),
        (_TEN, "mobile number without its nought"),
    ):
        for m in pattern.finditer(passage.lower):
            if _NOT_A_PHONE.search(passage.lower[max(0, m.start(1) - 24) : m.start(1)]):
                continue
            yield Finding("phone", m.start(1), m.end(1), 0.8, why)


def _stroked(passage: Passage) -> Iterator[Finding]:
    for m in _STROKES.finditer(passage.plain):
        if not _DATE.search(m.group()) and (why := _dialled(_digits(m.group()), m.group())):
            yield Finding("phone", m.start(), m.end(), 0.9, why)


def _spoken(passage: Passage) -> Iterator[Finding]:
    for m in _SPOKEN.finditer(passage.lower):
        digits, times = "", 1
        for word in re.findall(r"[a-z]+", m.group()):
            times = {"double": 2, "triple": 3, "treble": 3}.get(word, times)
            if word in _WORDS:
                digits, times = digits + _WORDS[word] * times, 1
        if digits.startswith("0") and 10 <= len(digits) <= 11:
            yield Finding(
                "phone", m.start(), m.start() + len(m.group().rstrip(" ,-")), 0.9, "telephone number in words"
            )


def _digits(text: str) -> str:
    return "".join("0" if c in "oO" else str(int(c)) if c.isdigit() else "+" if c == "+" else "" for c in text)


def _dialled(number: str, found: str) -> str:
    """Why this is a number that could be dialled, or nothing."""
    if number.startswith("+"):
        national = _national(number[1:]) if number.startswith("+44") else ""
        return "number with a country code" if national or (len(number) > 9 and _possible(number)) else ""
    if number.startswith("0044"):
        return "UK number with its country code" if _national(number[2:]) else ""
    if number.startswith("44") and len(number) == 12:
        return "UK number with its country code" if _national(number) else ""
    if re.fullmatch(r"0(?:[127]\d{9}|[358]\d{9}|1\d{8}|800\d{6})", number) and len(set(number)) > 2:
        single = re.fullmatch(r"\d(?: \d)+", found) and number[:9] == "012345678"
        return "" if single or not _possible(number) else "UK number of ten or eleven figures"
    if re.fullmatch(r"01\d{10}", number) and re.fullmatch(r"\(?0\d{4}\)?[ -]\d{3}[ -]\d{4}", found):
        return "UK number with one figure too many"
    return ""


def _national(number: str) -> str:
    rest = number.removeprefix("44").removeprefix("0")
    return rest if re.fullmatch(r"[12357-8]\d{8,9}", rest) else ""


@cache
def _numbers() -> Any:
    import phonenumbers

    return phonenumbers


def _possible(number: str) -> bool:
    numbers = _numbers()
    try:
        return bool(numbers.is_possible_number(numbers.parse(number, "GB")))
    except numbers.NumberParseException:
        return False


DETECTOR = Detector(
    name="phone",
    types=frozenset({"phone"}),
    find=find,
    source="Ofcom National Telephone Numbering Plan and its numbers for drama; possible lengths from phonenumbers",
    budget_ms=0.2,
)
