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
    rf"\b(?:reg(?:istration)?|plates?|number ?plate)(?: no\.?| number| is| was|:)*"
    rf" ({_CURRENT}|[A-Za-z]\d{{1,3}} ?[A-Za-z]{{3}}|{_SUFFIX}|[A-Za-z]{{2}} \d\d [A-Za-z]{{3}}|{_IRISH})(?![\w-])",
    re.I,
)
# A dateless or spaced mark is a code to look at; right beside a car, or what cars do, it is a mark.
_DATELESS = re.compile(
    r"(?<![\w£$#@./-])(?:[A-Z]{2} \d\d [A-Z]{3}|[A-Z]{2,3} ?\d{2,4}|\d{2,4} ?[A-Z]{2,3}|[A-Z]{3} ?\d{1,4})(?![\w-]"
    r"| \d)"
)
_CAR_BEFORE = re.compile(
    r"\b(?:car|van|vehicle|rover|ford|fiesta|focus|corsa|astra|golf|polo|mini|micra|yaris|civic|jazz|kia|volvo"
    r"|mercedes|tesla"
    r"|fiat|clio|mazda|honda|toyota|nissan|audi|bmw|skoda|jeep|suv|4x4|hatchback|estate|lorry|truck|motorbike"
    r"|scooter"
    r"|taxi|owner of|driver of|driver in|owns|reg|plate)s?(?: \w+)?[,:(]? ?\(?\Z"
)
_CAR_AFTER = re.compile(
    r",? (?:is |was |has |who |that |please |you |left |your )*(?:block|park(?:ed|ing|s)|lights|headlights"
    r"|stop(?:ped)? on|drove"
    r"|driv|sped|speed|revers|cut |clipped|scratched|hit (?:my|a|the|our)|on the zig|move your|engine|windows? open"
    r"|alarm)"
)
_CUES = frozenset(
    """car cars van vans reg registration plate plates vehicle vehicles parked parking park blocking blocked block
    driver drives driving drove drive taxi cab minibus lorry truck motorbike bike scooter lights zigzags bumper
    bmw audi ford fiesta focus corsa astra golf polo mini nissan qashqai juke micra toyota yaris prius honda civic jazz
    kia hyundai mazda skoda seat volvo mercedes tesla fiat renault clio peugeot citroen vauxhall land rover range suv
    hatchback estate saloon dented scratched clipped hit reversed tow towed clamped owner boot keys tyre headlights
    engine police bonnet windscreen wipers wiper alarm exhaust hazards mirror wheels jeep kerb pavement
    pickup""".split()
)
_NOT_A_CAR = re.compile(
    r"(?:room|build|code|ref|reference|item|seats?|version|model|class|group|gate|flight|bus|train|serial|part"
    r"|toner|voucher|password|wifi)[\s:#]{1,2}\Z"
)


def find(passage: Passage) -> Iterator[Finding]:
    """Marks in the DVLA's shapes; those that could be a code need a word that says car somewhere in the text."""
    if passage.digits < 1:
        return
    cued = passage.has_any(_CUES)
    yield from _shaped(passage, cued=cued)
    if cued:
        yield from _called(passage)


def _shaped(passage: Passage, *, cued: bool) -> Iterator[Finding]:
    for m in _PATTERN.finditer(passage.plain):
        before = passage.lower[max(0, m.start() - 14) : m.start()]
        current, spaced = m.group(1) is not None, not m.group().isalnum()
        one_case = m.group().isupper() or (m.group().islower() and (cued or not spaced))
        if _NOT_A_CAR.search(before) or not (cued or (current and one_case)):
            continue
        if not current and not (m.group().isupper() or "reg" in passage.words):
            continue
        sure = cued or (spaced and m.group().isupper())
        yield Finding("car_reg", m.start(), m.end(), 0.93 if cued else 0.7 if sure else 0.6, "a registration mark")


def _called(passage: Passage) -> Iterator[Finding]:
    for m in _DATELESS.finditer(passage.plain):
        if _beside_car(passage, m.start(), m.end()):
            yield Finding("car_reg", m.start(), m.end(), 0.75, "a registration mark, beside a car")
    for m in _PLATED.finditer(passage.plain):
        yield Finding("car_reg", m.start(1), m.end(1), 0.8, "called a registration or a plate")


def _beside_car(passage: Passage, start: int, end: int) -> bool:
    before = passage.lower[max(0, start - 40) : start]
    if re.search(r"car park[^.!?]*\Z", before):
        return False
    return bool(_CAR_BEFORE.search(before) or _CAR_AFTER.match(passage.lower[end : end + 50]))


DETECTOR = Detector(
    name="car_reg",
    types=frozenset({"car_reg"}),
    find=find,
    source="DVLA INF104 and INF46: current, prefix, suffix and Northern Irish marks",
    budget_ms=0.1,
)
