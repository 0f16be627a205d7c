"""Postal addresses: a house or flat with its street, in capitals or small letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gatepost.detectors.detector import Detector
from gatepost.detectors.finding import Finding
from gatepost.detectors.passage import Passage
from gatepost.detectors.postcode import PATTERN as _POSTCODE

_SURE = frozenset(
    """street st road rd lane ln avenue ave av crescent cres terrace grove mews parade broadway villas cottages drive
    gardens gdns gdn garth boulevard blvd ropewalk tce terr cresc""".split()
)
# Also words of every day: in small letters they need a word that says address.
_DOUBTFUL = frozenset(
    """close dr way court place square row rise walk croft fold wharf quay yard mount bank view hill park green gate
    heights vale circus dale drove
    ct plc bldgs causeway approach heol ffordd stryd rhodfa cottage
    buildings meadow meadows field fields wynd brow cl
    sq pl paddock paddocks hollow copse ridge spinney leys glebe mead brae orchard
    orchards kingsway queensway""".split()
)
_ENDS = _SURE | _DOUBTFUL
_ENDS_RE = "|".join(sorted(_ENDS, key=len, reverse=True))
_WORD = r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ'.-]{0,24}"
_TENS = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_ONES = r"(?:one|two|three|four|five|six|seven|eight|nine)"
_IN_WORDS = rf"(?:{_TENS}(?:[ -]{_ONES})?|{_ONES}|ten|eleven|twelve|thirteen|(?:four|fif|six|seven|eigh|nine)teen)"
_NUMBER = rf"(?:\d{{1,4}}(?:-\d{{1,4}})?[a-d]?|{_IN_WORDS})"
_NUMBERED = re.compile(
    rf"(?<![\w£$.:/-])(?:no\.? ?|number )?({_NUMBER}),? ((?-i:The"
    rf" )(?=[A-Z])|(?:{_WORD} ){{1,4}}?)({_ENDS_RE})\b(?!')"
    rf"(?: (?:{'|'.join(sorted(_SURE, key=len, reverse=True))})\b)?",
    re.IGNORECASE,
)
_FLAT = re.compile(
    rf"\b(?:flat|apartment|apt|unit|suite)\.? (?:no\.? ?)?\d{{1,3}} ?[A-Za-z]?\b,? (?:(?!in\b"
    rf"|of\b|at\b|and\b|is\b|for\b){_WORD},? ?){{1,4}}",
    re.IGNORECASE,
)
_HOUSES = "House|Cottage|Farm|Farmhouse|Barn|Lodge|Forge|Mill|Court|Hall|Vicarage|Rectory|Manor|Bungalow|Villa|Grange"
_NAMED = re.compile(
    rf"\b(?:The )?(?:[A-Z][a-z']+ ){{0,3}}(?:{_HOUSES}), (?=\d|(?:[A-Z][\w']+ ){{1,3}}(?i:{_ENDS_RE})\b)"
)
# A house with only a name, or a street of one word: with the words of somebody's post or home before it.
_TITLED = re.compile(
    rf"\b(?:live[sd]? (?:at|in)|home|address|(?:cards?|post|letters?|parcels?|flowers|send|deliver\w*|round|over"
    rf"|bring)\b"
    rf"[^.!?\n]{{0,20}} to|party (?:at|is at)|c/o|collect(?:ion)? from|pick[ -]?up from)(?: (?:is|it|her|him"
    rf"|them))?:? "
    rf"(The [A-Z][a-z]+(?: [A-Z][a-z]+)?, (?:[A-Z][\w']+ ){{1,3}}(?i:{_ENDS_RE})|(?i:no\.? )?"
    rf"\d{{1,4}}[a-d]? "
    rf"(?:The )?[A-Z][a-z]+(?:way|gate|side|croft|hurst|mead|ings|fold|s)?)\b(?=[,.!?)\n;]|\s*$| (?:please|by"
    rf"|before|if|for|and|on)\b)",
    re.IGNORECASE,
)
_NUMBER_ON = re.compile(
    rf"\b(?:(?i:no)\.? ?|(?i:number) )\d{{1,4}}[a-d]? (?:on|in) (?:[A-Z][\w']+ ){{1,3}}(?i:{_ENDS_RE})\b"
)
_BOX = re.compile(r"\bP\.?O\.? ?Box \d{1,6}\b", re.IGNORECASE)
_STREET = re.compile(rf"(?:[A-Z][\w']+ ){{1,3}}(?i:{_ENDS_RE})\b")
_LIVES = re.compile(
    rf"\b(?:lives?|living|lived|address is) (?:at|on|in|is)? ?((?:{_WORD} ){{1,3}}(?:{'|'.join(sorted(_SURE))}))\b",
    re.I,
)
_TOWN = re.compile(
    r", (?:[A-Z][a-z'-]+(?: (?:on|upon|le|in|under|[A-Z][a-z'-]+)){0,3})(?=[.,;!?)\n]|\s*$| [A-Z]{1,2}\d)"
)
_NOT_HOUSE = re.compile(
    r"(?:year|yr|class|key stage|ks|grade|room|form|page|bus|route|level|stage|at least|over"
    r"|under|the|all|top|last|next|first|score|won|beat|lost|group|team|unit|week|day|age"
    r"|aged)s? \Z"
)
_CUE = re.compile(
    r"(?:\b(?:live[sd]?|living|address|at|from|near|outside|to|post|send|collect|deliver\w*"
    r"|home|house|party|by|on|opposite|behind|round|is|of)\b[^.!?\n]{0,14}|\A\W*|[:(,]\s*)\Z"
)
_HOME = re.compile(r"\b(?:live[sd]?|living|address|home|post|send|deliver\w*|round|c/o|party)\b[^.!?\n]{0,14}\Z")
_PREMISES = frozenset({"flat", "apartment", "apt", "unit", "suite", "box", "address", "home", "lives", "live", "c"})
_STOP = frozenset(
    """the a an of to in on at and or for with from by into up down along round around past near across over under is
    are was were will be we i you they he she it our your their his her my this that these those all any some walk
    walked walking run running cycle cycled miles mile minutes minute hours hour days day weeks week years year pupils
    children students kids boys girls people parents staff doors gates schools shops tickets entries applications laps
    lap times goals points pm am per more new different other long not who which when as so but left right steps than
    have has had go goes going went seats rooms places schools classes volunteers drivers cars bikes""".split()
)


def find(passage: Passage) -> Iterator[Finding]:
    """Numbered houses and flats with their street, houses with a name and a street, and `lives on … Street`."""
    if not passage.has_any(_ENDS) and not passage.has_any(_PREMISES):
        return
    taken = bytearray(len(passage.plain))
    for start, end, why in _candidates(passage):
        if not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            yield Finding("address", start, end, 0.9, why)


def _candidates(passage: Passage) -> Iterator[tuple[int, int, str]]:
    yield from _houses(passage.plain)
    yield from _plain_forms(passage.plain)
    for m in _TITLED.finditer(passage.plain):
        if m.group(1)[0].isupper() or m.group(1)[0].isdigit():
            yield m.start(1), _with_town(passage.plain, m.end(1)), "where post goes, or somebody lives"
    for m in _NUMBERED.finditer(passage.plain):
        if _is_street(passage, m):
            yield m.start(), _with_town(passage.plain, m.end()), "a house number and its street"
    for m in _LIVES.finditer(passage.plain):
        if not _STOP & set(m.group(1).lower().split()[:-1]):
            yield m.start(1), m.end(1), "the street where somebody lives"


def _plain_forms(text: str) -> Iterator[tuple[int, int, str]]:
    for pattern, why in ((_BOX, "a post box"), (_NUMBER_ON, "a house number and its street")):
        for m in pattern.finditer(text):
            yield m.start(), _with_town(text, m.end()), why


def _houses(text: str) -> Iterator[tuple[int, int, str]]:
    for m in _NAMED.finditer(text):
        rest = _NUMBERED.match(text, m.end()) or _STREET.match(text, m.end())
        if rest:
            yield m.start(), _with_town(text, rest.end()), "a house with a name and its street"
    for m in _FLAT.finditer(text):
        end = _flat_end(text, m.start(), m.end())
        if end:
            yield m.start(), _with_town(text, end), "a flat and its building"


def _flat_end(text: str, start: int, end: int) -> int:
    """Where the flat's building and street end: at the last word with a capital, or a word for a building."""
    words = list(re.finditer(rf"{_WORD}", text[start:end]))
    kept = 0
    for w in words[1:]:
        low = w.group().lower()
        if low in _STOP:
            break
        if (
            w.group()[0].isupper()
            or low in _ENDS
            or low in {"house", "hse", "court", "ct", "mansions", "point", "tower"}
        ):
            kept = start + w.end()
    if kept and (m := re.match(rf",? (?:\d{{1,4}}[a-d]? )?(?:[A-Z][\w']+ ){{1,3}}(?i:{_ENDS_RE})\b", text[kept:])):
        kept += m.end()
    return kept


def _is_street(passage: Passage, m: re.Match[str]) -> bool:
    before = passage.lower[max(0, m.start() - 30) : m.start()]
    words = m.group(2).split()
    if _NOT_HOUSE.search(before) or (words != ["The"] and any(w.lower() in _STOP for w in words)):
        return False
    end, capital = m.group(3), all(w[0].isupper() for w in words)
    if end.lower() in {"st", "dr", "av"} and not (capital and end[0].isupper()):
        return _HOME.search(before) is not None
    if _POSTCODE.match(passage.plain, m.end() + 1) or _POSTCODE.match(passage.plain, m.end() + 2):
        return True
    if end.lower() in _SURE:
        return capital or len(words) <= 2
    if end.lower() in {"park", "hill", "green", "field", "fields", "view", "gate", "way", "walk"} or not capital:
        return _CUE.search(before) is not None and (capital or len(words) == 1)
    return end[0].isupper() or _CUE.search(before) is not None


def _with_town(text: str, end: int) -> int:
    for _ in range(2):
        m = _TOWN.match(text, end)
        if not m:
            break
        end = m.end()
    return end


DETECTOR = Detector(
    name="address",
    types=frozenset({"address"}),
    find=find,
    source="Royal Mail addressing guide: premises, thoroughfare, locality; street endings compiled for Gatepost",
    budget_ms=0.15,
)
