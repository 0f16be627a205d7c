"""Unique Pupil Numbers, proved by their check letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gatepost.detectors.detector import Detector
from gatepost.detectors.finding import Finding
from gatepost.detectors.passage import Passage

_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
_PATTERN = re.compile(
    r"(?<![\w])([A-HJ-NP-RT-Za-hj-np-rt-z])[ -]?(\d(?:[ -]?\d){10}[ -]?[\dA-HJ-NP-RT-Za-hj-np-rt-z])(?!\w)"
)
_CUE = re.compile(r"\b(?:upn|unique pupil|pupil (?:no|number|id))")


def check_letter(digits: str) -> str:
    """The letter that the DfE's rule gives to twelve figures, each weighed by its place from 2 to 13, modulo 23.

    The last may be a letter (a temporary number), which counts as its place among the letters.
    """
    values = [int(c) if c.isdigit() else _LETTERS.index(c) for c in digits]
    return _LETTERS[sum(v * w for v, w in zip(values, range(2, 14), strict=True)) % 23]


def find(passage: Passage) -> Iterator[Finding]:
    """Numbers whose check letter is right; a wrong letter counts where the text itself says UPN."""
    if passage.digits < 11:
        return
    for m in _PATTERN.finditer(passage.plain):
        digits = re.sub(r"[ -]", "", m.group(2)).upper()
        if check_letter(digits) == m.group(1).upper():
            yield Finding("upn", m.start(), m.end(), 0.98, "a UPN, its check letter right")
        elif _CUE.search(passage.lower):
            yield Finding("upn", m.start(), m.end(), 0.8, "called a UPN, though its check letter is wrong")


DETECTOR = Detector(
    name="upn",
    types=frozenset({"upn"}),
    find=find,
    source="DfE guide to unique pupil numbers: a letter and twelve figures, check letter modulo 23",
    budget_ms=0.05,
)
