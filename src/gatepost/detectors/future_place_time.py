"""Where children of the school will be, and when: a place and a time to come in one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gatepost.detectors.dates import DAY, DAY_AND_MONTH
from gatepost.detectors.detector import Detector
from gatepost.detectors.finding import Finding
from gatepost.detectors.passage import Passage
from gatepost.detectors.phrases import clause_at

_TRIGGERS = frozenset(
    """tomorrow tonight monday tuesday wednesday thursday friday saturday sunday mon tues tue wed weds thurs
    thur fri sat
    sun next every january february march april may june july august september october november december jan feb mar apr
    jun jul aug sept oct nov dec weekend later this am pm noon""".split()
)
_CLOCK = r"(?:\d{1,2}(?:[.:]\d\d)? ?(?:am|pm|o'clock)|\d{1,2}[.:]\d\d|noon|midday)"
_WHEN = re.compile(
    rf"\b(?:tomorrow(?: (?:morning|afternoon|evening|night))?|tonight"
    rf"|this (?:coming )?(?:afternoon|evening|weekend|{DAY})"
    rf"|next (?:week|{DAY}|month|term)|(?:on|every|each) {DAY}s?(?: (?:morning|afternoon|evening)s?)?"
    rf"|(?:on |from )?{DAY_AND_MONTH}|from {DAY}|on the \d{{1,2}}(?:st|nd|rd|th)|in the morning)\b"
)
_TIME = re.compile(rf"\b(?:at|from|leaving at|between|until|by|@)? ?{_CLOCK}(?!\w)")
_WHO = re.compile(
    r"\b(?:year (?:\d+|group|one|two|three|four|five|six)s?(?:s)?|y\d{1,2}s?|(?:meet|join|find) us|reception|nursery"
    r"|children|pupils|students|class \w+|\d{1,2}[a-z]|kids|choir|orchestra|band"
    r"|team|squad|u\d\ds?|under[ -]\d+s?|cubs|scouts|cadets|group|club|boys|girls"
    r"|our (?:\w+ ){0,3}(?:team|pupils|children|students|choir|runners|swimmers|athletes)|ks\d"
    r"|sixth form(?:ers)?|6th form|netballers|footballers|we)\b"
)
_GOING = re.compile(
    r"\b(?:(?:find|join|meet|watch|support) (?:us|our|the)|plays?|kick[ -]off|will (?:be|meet"
    r"|leave|walk|travel|perform|sing|play|visit|go|compete|arrive|swim"
    r"|race|run)|(?:is|are|we're|they're) (?:off|going|heading|visiting|travelling|walking"
    r"|performing|singing|playing|meeting|swimming|competing|camping|staying)|walks?|flies|fly"
    r"|travels?|arriv(?:es?|ing)|lands?|sails?|returns?|camps?|lunch|picnic|meet(?:s|ing)?|leav(?:e|es|ing)"
    r"|depart\w*|visit(?:s|ing)?|see (?:the|our)"
    r"|come and (?:see|watch|cheer|support)|swims?|goes|go to|off to|heading|set off"
    r"|performing|playing (?:at|away)|away (?:at|to)|trip to|pick(?:ed)?[ -]up|gather|assembl(?:e|ing)|performs?"
    r"|sings?|compet(?:e|es))\b"
)
_PLACE = re.compile(
    r"\b(?:at|to|from|in|outside|near|by|leave|leaving|reach|visit|visiting|see (?:the|our) \w+ at) ((?:the "
    r"|our )?(?:[A-Z][\w'&-]+)(?: (?:of|the|on|and|&|[A-Z][\w'&-]+|\d+)){0,5})"
    r"|\b(?:at|to|outside|near|from|leav(?:es?|ing)|in|round|by) the ((?:[a-z]+ ){0,2}(?:park|beach|pool|baths|museum"
    r"|theatre|castle|station|church|library|town hall|farm|zoo|cinema|stadium|leisure centre"
    r"|sports centre|river|woods|forest|market|bus stop|airport|playing fields?|gate|gates"
    r"|ice rink|cathedral|hotel|hostel|campsite|minibus|car park))\b"
)
_NOT_PLACES = re.compile(
    rf"(?:the |our )?(?:{DAY}s?\b|January|February|March|April|May|June|July|August|September"
    rf"|October|November|December|Year|Years|Reception|Nursery"
    r"|[A-Z]{1,2}\d{1,2}\b|KS|Teams|Zoom|School|Christmas|Easter|Autumn|Spring|Summer"
    r"|ParentPay|Mr|Mrs|Miss|Ms|Office|PTA|Facebook|Instagram|Key|Class|I\b)",
    re.I,
)
_PAST = re.compile(
    r"\b(?:last (?:week|night|year|month|term)|yesterday|had a|went|visited|enjoyed"
    r"|came (?:first|second|third)|was|were|thank you to all|closed|closes|close|opens?"
    r"|vacancy|apply|tickets|drop[ -]in|parents' evening|deadline|consent forms?|inset)\b"
)


def find(passage: Passage) -> Iterator[Finding]:
    """The span from the place to the time, where the sentence says that children go there and has not happened
    yet."""
    if not passage.has_any(_TRIGGERS):
        return
    for start, end in passage.sentences:
        low = passage.lower[start:end]
        when = _WHEN.search(low)
        if not when or _PAST.search(low) or not _WHO.search(low) or not _GOING.search(low):
            continue
        place = _place(passage.plain[start:end])
        if place:
            times = [when, *_TIME.finditer(low)]
            first = min(place[0], *(t.start() for t in times)) if place[0] > when.start() else place[0]
            last = max([place[1], *(t.end() for t in times if t.start() - place[1] < 60)])
            first, last = clause_at(passage, start + first, start + last)
            yield Finding("future_place_time", first, last, 0.8, "says where children will be, and when")


def _place(sentence: str) -> tuple[int, int] | None:
    for m in _PLACE.finditer(sentence):
        group = 1 if m.group(1) else 2
        if not _NOT_PLACES.match(m.group(group)):
            return m.span(group)
    capital = re.search(
        r"(?:[A-Z][\w'-]+ ){1,3}(?:Hall|Park|Centre|Church|Baths|Stadium|Museum|Theatre|Library|Station|Farm"
        r"|Beach)\b",
        sentence,
    )
    return capital.span() if capital else None


DETECTOR = Detector(
    name="future_place_time",
    types=frozenset({"future_place_time"}),
    find=find,
    source="UKSIC and EWWG advice on images (no school, place and time together); patterns written for Gatepost",
    budget_ms=0.15,
)
