"""UK postcodes, in capitals or small letters, with their space or without."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gatepost.detectors.detector import Detector
from gatepost.detectors.finding import Finding
from gatepost.detectors.passage import Passage

AREAS = frozenset(
    """AB AL B BA BB BD BF BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX
    FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP
    NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA
    WC WD WF WN WR WS WV YO ZE""".split()
)
PATTERN = re.compile(
    r"(?<![\w-])([A-Za-z]{1,2})(\d{1,2}|\d[A-Za-z])([ ]{0,2})(\d[ABD-HJLNP-UW-Zabd-hjlnp-uw-z]{2})(?![\w-])"
)
_ORDINAL = re.compile(r"1st|2nd|3rd|[4-90]th", re.IGNORECASE)
_CUE = re.compile(r"(?:post ?code|address|sat ?nav|street|road|lane|avenue|close|drive|\bat\b)[^.!?\n]{0,40}\Z")
_ROOM = re.compile(r"\b(?:room|(?<!post )code|ref|build|model|item|class)\s\Z")


def find(passage: Passage) -> Iterator[Finding]:
    """Codes of a real postcode area; run together or in ordinal shape (`W1 1st`) they need a word that says
    address."""
    if passage.digits < 2:
        return
    for m in PATTERN.finditer(passage.plain):
        area, _, space, inward = m.groups()
        if area.upper() not in AREAS:
            continue
        before = passage.lower[max(0, m.start() - 60) : m.start()]
        doubtful = (not space and not m.group().isupper()) or _ORDINAL.fullmatch(inward) is not None
        if _ROOM.search(before) or (doubtful and not _CUE.search(before)):
            continue
        yield Finding("postcode", m.start(), m.end(), 0.95 if space else 0.85, "a UK postcode")


DETECTOR = Detector(
    name="postcode",
    types=frozenset({"postcode"}),
    find=find,
    source="Royal Mail: postcode areas, and the letters that an inward code never has (C I K M O V)",
    budget_ms=0.1,
)
