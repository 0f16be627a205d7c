"""Vehicle registrations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gatepost.detectors.detector import Detector
from gatepost.detectors.finding import Finding
from gatepost.detectors.passage import Passage

_CURRENT = r"[A-HJ-PR-Ya-hj-pr-y][A-HJ-PR-Ya-hj-pr-y](?:0[1-9]|[1-2]\d|5[1-9]|[67]\d)[ -]?[A-HJ-PR-Za-hj-pr-z]{3}"
_PREFIX = r"[A-HJ-NPR-TV-Ya-hj-npr-tv-y]\d{1,3}[ -]?[A-HJ-PR-Ya-hj-pr-y]{3}"
_SUFFIX = r"[A-HJ-PR-Ya-hj-pr-y]{3}[ -]?\d{1,3}[A-HJ-NPR-TV-Ya-hj-npr-tv-y]"
_IRISH = r"[A-Za-z]?[IZiz][A-Za-z][ -]?\d{2,4}|[A-Za-z]{1,3} ?\d{1,4}|\d{1,4} ?[A-Za-z]{1,3}"
_PATTERN = re.compile(rf"(?<![\w£$#@./-])(?:({_CURRENT})|({_PREFIX}|{_SUFFIX}))(?![\w-])")
_PLATED = re.compile(
    rf"\b(?:reg(?:istration)?|plate|number ?plate)(?: no\.?| number| is|:)* ({_IRISH}|{_SUFFIX})\b", re.I
)
_CUES = frozenset(
    """car cars van vans reg registration plate plates vehicle vehicles parked parking park blocking blocked block
    driver drives driving drove drive taxi cab minibus lorry truck motorbike bike scooter lights zigzags bumper
    bmw audi ford fiesta focus corsa astra golf polo mini nissan qashqai juke micra toyota yaris prius honda civic jazz
    kia hyundai mazda skoda seat volvo mercedes tesla fiat renault clio peugeot citroen vauxhall land rover range suv
    hatchback estate saloon dented scratched clipped hit reversed tow towed clamped owner boot keys tyre headlights
    engine police""".split()
)
_NOT_A_CAR = re.compile(
    r"(?:room|build|code|ref|reference|item|seats?|version|model|class|group|gate|flight)[\s:#]{1,2}\Z"
)


def find(passage: Passage) -> Iterator[Finding]:
    """Marks in the DVLA's shapes; those that could be a code need a word that says car somewhere in the text."""
    if passage.digits < 1:
        return
    cued = passage.has_any(_CUES)
    for m in _PATTERN.finditer(passage.plain):
        before = passage.lower[max(0, m.start() - 14) : m.start()]
        current, spaced = m.group(1) is not None, not m.group().isalnum()
        if _NOT_A_CAR.search(before) or not (cued or (current and spaced and m.group().isupper())):
            continue
        if not current and not (m.group().isupper() or "reg" in passage.words):
            continue
        yield Finding("car_reg", m.start(), m.end(), 0.93 if cued else 0.7, "a vehicle registration mark")
    if cued:
        for m in _PLATED.finditer(passage.plain):
            yield Finding("car_reg", m.start(1), m.end(1), 0.8, "called a registration or a plate")


DETECTOR = Detector(
    name="car_reg",
    types=frozenset({"car_reg"}),
    find=find,
    source="DVLA INF104 and INF46: current, prefix, suffix and Northern Irish marks",
    budget_ms=0.1,
)
