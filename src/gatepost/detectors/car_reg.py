"""Vehicle registrations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gatepost.detectors.detector import Detector
from gatepost.detectors.finding import Finding
from gatepost.detectors.passage import Passage

_AREA = "[A-HJ-PR-Ya-hj-pr-y][A-HJ-PR-Ya-hj-pr-y]"
_AGE = r"(?:0[1-9]|[1-2]\d|5[1-9]|[67]\d)"
_LAST = "[A-HJ-PR-Za-hj-pr-z]{3}"
_CURRENT = rf"{_AREA}{_AGE}[ -]?{_LAST}"
_PREFIX = r"[A-HJ-NP-TV-Ya-hj-np-tv-y]\d{1,3}[ -]?[A-HJ-PR-Ya-hj-pr-y]{3}"
_SUFFIX = r"[A-HJ-PR-Ya-hj-pr-y]{3}[ -]?\d{1,3}[A-HJ-NPR-TV-Ya-hj-npr-tv-y]"
_IRISH = r"[A-Za-z]?[IZiz][A-Za-z][ -]?\d{2,4}|(?-i:[A-Z]{1,3} ?\d{1,4}|\d{1,4} ?[A-Z]{1,3})"
_PATTERN = re.compile(rf"(?<![\w£$#@./-])(?:({_CURRENT})|({_PREFIX}|{_SUFFIX}))(?![\w-])")
# As it is read out or typed beside a car: `KX 70 ABZ`, `K 12 DNT`, `kx70.abz`, `S O 2 1 T G V`, an O for a nought.
_LOOSE = re.compile(
    rf"(?<![\w£$#@./-])(?:{_AREA}[ .*-]{{1,3}}{_AGE}[ .*-]{{0,3}}{_LAST}|{_AREA}{_AGE}[ .*-]{{1,3}}{_LAST}"
    rf"|[A-Z][ .-]\d{{1,3}}[ .-][A-Z]{{3}}|[A-Z]{{3}}[ .-]\d{{1,3}}[ .-][A-Z]"
    r"|[A-Z] ?[A-Z] \d ?\d [A-Z] [A-Z] [A-Z]"
    r"|[A-HJ-PR-Y]{2}(?:O[1-9]|[1267]O|[1267]I|[56]l) ?[A-HJ-PR-Z]{3})(?![\w-])"
)
_PLATED = re.compile(
    rf"\b(?:reg(?:istration)?|plates?|number ?plate)(?: no\.?| number| mark| is| was| of|:|=)*"
    rf" ({_CURRENT}|[A-Za-z]\d{{1,3}} ?[A-Za-z]{{3}}|{_SUFFIX}|[A-Za-z]{{2}} \d\d [A-Za-z]{{3}}"
    rf"|(?-i:[A-Z] \d{{1,3}} [A-Z]{{3}})|{_IRISH})"
    r"(?![\w-]|[.:]\d)",
    re.I,
)
# A dateless or spaced mark is a code to look at; right beside a car, or what cars do, it is a mark.
_DATELESS = re.compile(
    r"(?<![\w£$#@./-])(?:[A-Z]{2} \d\d [A-Z]{3}|[A-Z]{1,3} ?\d{2,4}|\d{2,4} ?[A-Z]{2,3}|[A-Z]{3} ?\d{1,4}"
    r"|\d{1,3} ?[A-Z]{3})(?![\w-]| \d)"
)
_MAKES = frozenset(
    """ford fiesta focus corsa astra golf polo mini micra yaris civic jazz kia volvo mercedes tesla fiat clio mazda
    honda toyota nissan audi bmw skoda jeep hyundai qashqai juke prius peugeot renault citroen vauxhall rover suzuki
    dacia mitsubishi subaru lexus jaguar porsche bentley ferrari saab mg chevrolet daewoo picasso berlingo zafira
    meriva passat beetle transit vivaro sprinter kuga mondeo escort cortina octavia fabia yeti ibiza ateca sportage
    picanto sorento tucson corolla aygo auris rav4 freelander evoque megane captur kangoo twingo zoe sandero mokka
    vectra nova morris hillman landrover twizy vitara jimny xsara saxo punto tipo merc beemer vw volkswagen tesla
    polestar cupra moped vespa""".split()
)
_VEHICLES = (
    r"car|van|vehicle|suv|4x4|hatchback|estate|saloon|lorry|truck|motorbike|motorcycle|scooter|taxi|minibus|coach|bus"
    r"|tractor|trailer|caravan|camper(?:van)?|motorhome|horsebox|pick-?up|people carrier|convertible|limo(?:usine)?|cab"
    r"|quad|minivan|banger|wheels|motor|ride|range rover|land rover|owner of|driver of|driver in|owns|drives|drove"
    r"|driving|reg|plate"
)
_CAR_BEFORE = re.compile(rf"\b(?:{_VEHICLES}|{'|'.join(sorted(_MAKES))})s?(?:(?: |, )[\w'-]+){{0,2}}[,:(]? ?[\"'(]?\Z")
_CAR_AFTER = re.compile(
    r"[\"')]?,? (?:is |was |has |had |who |that |which |please |you |you're |your |left |are |been )*"
    r"(?:block|park(?:ed|ing|s)|lights|headlights|stop(?:ped)? on|drove|driv|sped|speed|revers|cut |clipped"
    r"|scratched|hit (?:my|a|the|our)"
    r"|on the (?:zig|pavement|kerb|verge|yellow|double)|move your|engine|windows? |alarm|tyre|boot (?:is |open)|door"
    r"|dent|overt(?:ook|aking)|mount(?:ed|s)|tailgat|idling|towed|clamped|on the back|roof|flat tyre|handbrake)"
)
_CUES = (
    frozenset(
        """car cars van vans reg registration plate plates numberplate vehicle vehicles parked parking park blocking
        blocked block driver drivers drives driving drove drive taxi cab minibus lorry truck motorbike motorcycle
        bike scooter lights zigzags zig bumper range land suv hatchback estate saloon dented scratched clipped hit
        reversed reversing tow towed clamped owner boot keys tyre tyres headlights headlamps engine police bonnet
        windscreen wipers wiper alarm exhaust hazards mirror wheels kerb pavement pickup tractor trailer caravan
        camper campervan motorhome horsebox convertible limo limousine mot dvla insurance insured taxed overtook
        tailgating sped speeding idling handbrake dashcam tailgate verge petrol diesel mileage garage mechanic road
        motorway layby junction roundabout crossing lollipop honked horn beeped driveway seat cooper duster""".split()
    )
    | _MAKES
)
_NOT_A_CAR = re.compile(
    r"(?:\b(?:room|build|code|ref|reference|item|seats?|version|model|class|group|gate|flight|bus|train|serial|part"
    r"|toner|voucher|password|wifi|postcode|isbn|sku|order|invoice|locker|exam|paper|module|unit|course|set|form)s?"
    r"(?: (?:is|are|no|number|code))?[\s:#]{1,2}|\b(?:codes?|passwords?|rooms|log[ -]?ins?|classes)\b[^.!?\n]{0,60})\Z"
)
_SMALL_WORDS = frozenset("and the for was are has had but not all our you who may can did per new old day".split())


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
        before = passage.lower[max(0, m.start() - 80) : m.start()]
        current, spaced = m.group(1) is not None, not m.group().isalnum()
        one_case = m.group().isupper() or (m.group().islower() and (cued or not spaced))
        if _NOT_A_CAR.search(before) or not (cued or (one_case and (current or _long(m.group())))):
            continue
        if not current and not (m.group().isupper() or "reg" in passage.words or _small_mark(passage, m)):
            continue
        sure = cued or (spaced and m.group().isupper())
        yield Finding("car_reg", m.start(), m.end(), 0.93 if cued else 0.7 if sure else 0.6, "a registration mark")


def _long(mark: str) -> bool:
    """Whether an older mark has its three figures, a space and capitals, which no room and hardly a code has."""
    return mark.isupper() and " " in mark and sum(map(str.isdigit, mark)) == 3


def _small_mark(passage: Passage, m: re.Match[str]) -> bool:
    """Whether an older mark in small letters stands beside a car, and is no `M12 and M14`."""
    return m.group().islower() and m.group()[-3:] not in _SMALL_WORDS and _beside_car(passage, *m.span())


def _called(passage: Passage) -> Iterator[Finding]:
    for pattern in (_DATELESS, _LOOSE):
        for m in pattern.finditer(passage.plain):
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
