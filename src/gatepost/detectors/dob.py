"""Dates of birth: a date that the text itself calls one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gatepost.detectors.dates import DAY_AND_MONTH, FULL_DATE
from gatepost.detectors.detector import Detector
from gatepost.detectors.finding import Finding
from gatepost.detectors.passage import Passage

_CUES = frozenset({"born", "dob", "birth", "birthday", "birthdate", "bday", "d", "passport", "passports"})
_TURNING = frozenset({"turned", "turns", "b"})
_CHILD = frozenset("twins twin triplets son daughter baby boy girl child pupil sister brother nephew niece".split())
_CUE = re.compile(r"\b(?:born|dob|d\.o\.b\.?|d o b|date of birth|birth ?date|birthday|b'?day|birth)\b")
_DATE = re.compile(rf"(?<![\w/.-]){FULL_DATE}(?![\w/-])")
_SHORT = re.compile(rf"\b(?:birthday|b'?day)(?:'s| is| was)(?: on)?:? ({DAY_AND_MONTH})")
_PASSPORT = re.compile(r"\bpassports?\b")
_AGED = re.compile(
    r"\b(?:twins?|triplets|son|daughter|baby|boy|girl|child|pupil|sister|brother|nephew|niece)[,:(-]? \(?(?=\d)"
)
_TURNED = re.compile(
    r"\bturn(?:ed|s) (?:\d{1,2}|[a-z]+(?:teen|ve|n|e|x|r|o|ht)?) on (?=\d)|(?<![\w.])b\.? ?(?=\d{1,2}[./-]\d)"
)
# `a 21/9/2015 baby`: somebody's date of birth by what they are called.
_BABY = re.compile(rf"(?<![\w/.-]){FULL_DATE} (?:baby|babies|birthday|bab)\b")
_BABIES = frozenset({"baby", "babies", "birthday"})
_HERE = re.compile(rf"{FULL_DATE}(?![\w/-])")
_TOLD = (
    (_CHILD, _AGED, 0.7, "a date beside a child"),
    (_TURNING, _TURNED, 0.8, "the date on which somebody reached an age, or was born"),
)
# Run together on a form: day, month and year in six or eight figures.
_RUN = re.compile(
    r"\b(?:dob|d\.o\.b|date of birth|birth ?date)\W{0,3}((?:3[01]|[12]\d|0[1-9])(?:1[0-2]|0[1-9])(?:(?:19|20)?\d\d))\b"
)
_BREAK = re.compile(
    r"[!?\n]|\.\s+[a-z]|\b(?:party|celebrat\w+|join us|disco|closes?|open|expir\w+|issued?|renew\w*"
    r"|valid|until|deadline|by)\b"
)


def find(passage: Passage) -> Iterator[Finding]:
    """Dates within reach of `born`, `DOB`, `date of birth` or `birthday`; a bare date or year is none."""
    text = passage.lower
    if passage.digits:
        yield from _told(passage)
    if not passage.has_any(_CUES):
        return
    yield from _dated(text)


def _told(passage: Passage) -> Iterator[Finding]:
    """Dates that are not called dates of birth, but said of a child or of an age."""
    text = passage.lower
    for words, cue, confidence, why in _TOLD:
        if passage.has_any(words):
            for said in cue.finditer(text):
                if m := _HERE.match(text, said.end()):
                    yield Finding("dob", m.start(), m.end(), confidence, why)
    if passage.has_any(_BABIES):
        for m in _BABY.finditer(text):
            yield Finding("dob", m.start(), m.start() + m.group().rindex(" "), 0.75, "a date of birth, said of a child")


def _dated(text: str) -> Iterator[Finding]:
    for cue in _PASSPORT.finditer(text):
        m = _DATE.search(text, cue.end(), min(len(text), cue.end() + 50))
        if m and not _BREAK.search(text[cue.end() : m.start()]):
            yield Finding("dob", m.start(), m.end(), 0.65, "a date on a passport")
    for cue in _CUE.finditer(text):
        # "on the form I need your date of birth, mine's 9 October 1984": the date may be a clause away.
        m = _DATE.search(text, cue.end(), min(len(text), cue.end() + 80))
        if m and m.start() - cue.end() <= 40 and not _BREAK.search(text[cue.end() : m.start()]):
            yield Finding("dob", m.start(), m.end(), 0.95, "a date, called a date of birth")
    for m in _RUN.finditer(text):
        yield Finding("dob", m.start(1), m.end(1), 0.85, "figures called a date of birth")
    for m in _SHORT.finditer(text):
        if not _DATE.match(text, m.start(1)):
            yield Finding("dob", m.start(1), m.end(1), 0.8, "the day and month of a birthday")


DETECTOR = Detector(
    name="dob",
    types=frozenset({"dob"}),
    find=find,
    source="date forms of British English and ISO 8601, beside a word of birth; written for Gatepost",
    budget_ms=0.1,
)
