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
    """close gr promenade esplanade dr way court place square row rise walk croft fold wharf quay yard mount
    bank view hill park green gate
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
_STREET_TAIL = (
    rf",? ((?-i:The (?=[A-Z]))|(?:{_WORD} ){{1,4}}?)({_ENDS_RE})\b(?!')"
    rf"(?: (?:{'|'.join(sorted(_SURE, key=len, reverse=True))})\b)?"
)
_NUMBERED = re.compile(
    rf"(?<![\w£$.:/-])(?:no\.? ?|number )?(\d{{1,4}}(?:-\d{{1,4}})?[a-d]?){_STREET_TAIL}", re.IGNORECASE
)
_NUMBER_WORDED = re.compile(rf"(?<![\w£$.:/-])(?:number )?({_IN_WORDS}){_STREET_TAIL}", re.IGNORECASE)
_NUMBER_WORDS = frozenset(re.findall("[a-z]{3,}", _IN_WORDS)) | frozenset(
    "fourteen fifteen sixteen seventeen eighteen nineteen".split()
)
_FLAT = re.compile(
    rf"\b(?:flat|apartment|apt|unit|suite|caravan|chalet|houseboat)\.? "
    rf"(?:(?:no\.? ?)?\d{{1,3}} ?[A-Za-z]?\b|[b-h](?=,)|(?-i:[A-H])\b),? (?:(?!in\b"
    rf"|of\b|at\b|and\b|is\b|for\b){_WORD},? ?){{1,4}}",
    re.IGNORECASE,
)
_HOUSES = "House|Cottage|Farm|Farmhouse|Barn|Lodge|Forge|Mill|Court|Hall|Vicarage|Rectory|Manor|Bungalow|Villa|Grange"
_NAMED = re.compile(
    rf"\b(?:The )?(?:(?!(?:Town|Village|Parish|Church|City|Memorial|Scout|Guide|Community|Concert|Civic|Market|Guild"
    rf"|School|Sports|Tea|Youth) (?:Hall|House|Barn|Court))[A-Z][a-z']+ ){{0,3}}(?<!Town )(?<!Village )(?<!Church )"
    rf"(?:{_HOUSES}), (?=\d|(?:[A-Z][\w']+ ){{1,3}}(?i:{_ENDS_RE})\b)"
)
# A house with only a name, or a street of one word: with the words of somebody's post or home before it.
_HOMEWARD = re.compile(
    r"\b(?:(?:lives|living|lived|(?:i|we|they|who|you) live) (?:at|in|on)"
    r"|(?:i'm|we're|she's|he's|they're|(?:mum|dad|nan|gran|nana|grandma|grandad|friend|auntie)'s) at"
    r"|home(?: address)?(?: is|:)|house is|address(?: is|[^.!?\n]{0,12}[:-])"
    r"|(?:cards?|post|letters?|parcels?|flowers|forms|send|deliver\w*|return(?:ed)?|bring|drop(?:ped)?|handed"
    r"|mov(?:ed|ing)|went|round|over|back)\b(?: (?!to\b|at\b)[\w']+){0,4} (?:to|at)"
    r"|(?:party|sale|sleepover|barbecue|bbq|tea|knock|call|stay(?:ing)?|gather(?:ing)?)(?: is)? (?:at|on)"
    r"|c/o|collect\w*\b(?: (?!from\b)[\w']+){0,4} from|pick(?:ed|ing)?[ -]?up\b(?: [\w']+){0,2} (?:from|at)"
    r"|leave\b(?: [\w']+){0,4} (?:at|with))(?: is)?:? \Z"
)
_NEXT = (
    r"(?=[,.!?)\n;]|\s*$| (?:please|pls|by|before|after|if|for|and|on|in|this|until|till|when|behind|opposite|next)\b)"
)
_DWELLINGS = "House Cottage Farm Farmhouse Barn Vicarage Rectory Bungalow Villa Lodge Cottages".split()
_TITLED = re.compile(
    rf"\b(?:The [A-Z][a-z]+(?: [A-Z][a-z]+)?, (?:[A-Z][\w']+ ){{1,3}}(?i:{_ENDS_RE})"
    rf"|(?:[Tt]he )?(?:[A-Z][a-z']+ ){{1,3}}(?i:{'|'.join(_DWELLINGS)})"
    rf"(?:, [A-Z][a-z]+(?: [A-Z][a-z]+)?|(?:,| on| in| off) (?:[A-Z][\w']+ ){{1,3}}(?i:{_ENDS_RE})))\b{_NEXT}"
)
_ONE_WORD = re.compile(
    rf"(?<![\w£$.:/-])(?:(?i:no\.?|number) ?)?(\d{{1,4}}[a-d]?) ((?:The )?[A-Z][a-z]+|the [a-z]{{4,}})\b{_NEXT}"
)
_LONG_ENOUGH = re.compile(
    r"(?:the \w+|\w+(?:way|gate|side|croft|hurst|mead|ings|fold|market|field|wood|bank|dale|holme|thorpe|row|lea))\Z",
    re.I,
)
# A class (6 Oak), a time (7 Tonight) or a date is no house.
_NO_STREET = frozenset(
    """tonight today tomorrow noon midday midnight sharp monday tuesday wednesday thursday friday saturday sunday
    january february march april may june july august september october november december gate office reception school
    class year hall end start front back same moment bell following other children pupils""".split()
)
_WELSH = re.compile(
    r"(?<![\w£$.:/-])\d{1,4}[a-d]?,? (?:Heol|Ffordd|Stryd|L[oô]n|Maes|Rhodfa|Clos|Cwrt|Gerddi)"
    r"(?: (?:y|yr|[A-Z][\w']+)){1,3}"
)
_NUMBER_LAST = re.compile(
    rf"(?<!\w)(?:[A-Z][\w']+ ){{1,3}}(?i:{'|'.join(sorted(_SURE, key=len, reverse=True))}),? (?:at )?(?:number|no\.?) ?"
    rf"\d{{1,4}}[a-d]?\b"
)
_FRONT = re.compile(
    r"(?<![\w£$.:/-])\d{1,4}[a-d]?,? (?:the )?(?:promenade|esplanade|seafront|kingsway|queensway|broadway"
    r"|high street)\b",
    re.I,
)
# Houses of which everybody has read.
_STORIED = re.compile(r"(?:1[01] downing|4 privet|221b? baker|32 windsor g|\d+ (?:coronation|sesame|ramsay)) ?", re.I)
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
_PREMISES = frozenset(
    """flat apartment apt unit suite box address home lives live c caravan chalet houseboat house heol ffordd stryd lon
    maes rhodfa clos cwrt gerddi""".split()
)
_LEADS = frozenset(
    """live lives living lived home house address card cards post letter letters parcel parcels flowers forms send
    deliver delivered delivery return returned bring drop dropped handed moved moving went round back party sale
    sleepover barbecue bbq knock call stay staying c collect collected collection pick picked leave mum nan gran nana
    grandma m dad""".split()
)
_STOP = frozenset(
    """the a an of to in on at and or for with from by into up down along round around past near across over under is
    are was were will be we i you they he she it our your their his her my this that these those all any some walk
    walked walking run running cycle cycled miles mile minutes minute hours hour days day weeks week years year pupils
    children students kids boys girls people parents staff doors gates schools shops tickets entries applications laps
    lap times goals points pm am per more new different other long not who which when as so but left right steps than
    have has had go goes going went seats rooms places schools classes volunteers drivers cars bikes""".split()
)
_DWELLING_WORDS = frozenset(w.lower() for w in _DWELLINGS) | _ENDS
_TRIGGERS = _ENDS | _PREMISES
_STREET_WHY = "a house number and its street"
# Each with the words without which it cannot be there.
_FORMS = (
    (frozenset({"box"}), _BOX, "a post box"),
    (frozenset({"no", "number"}), _NUMBER_ON, _STREET_WHY),
    (frozenset({"no", "number"}), _NUMBER_LAST, _STREET_WHY),
    (frozenset("heol ffordd stryd lon maes rhodfa clos cwrt gerddi".split()), _WELSH, _STREET_WHY),
    (frozenset("promenade esplanade seafront kingsway queensway broadway high".split()), _FRONT, _STREET_WHY),
)


def find(passage: Passage) -> Iterator[Finding]:
    """Numbered houses and flats with their street, houses with a name and a street, and `lives on … Street`."""
    if not passage.has_any(_TRIGGERS) and not (passage.digits and passage.has_any(_LEADS)):
        return
    taken = bytearray(len(passage.plain))
    for start, end, why in _candidates(passage):
        if not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            yield Finding("address", start, end, 0.9, why)


def _candidates(passage: Passage) -> Iterator[tuple[int, int, str]]:
    yield from _houses(passage.plain)
    yield from _plain_forms(passage)
    if passage.has_any(_LEADS):
        yield from _homes(passage)
    worded = _NUMBER_WORDED.finditer(passage.plain) if passage.has_any(_NUMBER_WORDS) else ()
    for m in (*(_NUMBERED.finditer(passage.plain) if passage.digits else ()), *worded):
        if _is_street(passage, m):
            yield m.start(), _with_town(passage.plain, m.end()), "a house number and its street"
    for m in _LIVES.finditer(passage.plain):
        if not _STOP & set(m.group(1).lower().split()[:-1]):
            yield m.start(1), m.end(1), "the street where somebody lives"


def _homes(passage: Passage) -> Iterator[tuple[int, int, str]]:
    text, why = passage.plain, "where post goes, or somebody lives"
    if passage.has_any(_DWELLING_WORDS):
        for m in _TITLED.finditer(text):
            if _is_home(passage, m):
                yield m.start(), _with_town(text, m.end()), why
    for m in _ONE_WORD.finditer(text) if passage.digits else ():
        street = m.group(2).lower()
        long = _LONG_ENOUGH.match(street) or not m.group(1).isdigit() or int(m.group(1)) > 13
        if long and street.split()[-1] not in _NO_STREET and _is_home(passage, m):
            yield m.start(), _with_town(text, m.end()), why


def _is_home(passage: Passage, m: re.Match[str]) -> bool:
    return _HOMEWARD.search(passage.lower, max(0, m.start() - 70), m.start()) is not None


def _plain_forms(passage: Passage) -> Iterator[tuple[int, int, str]]:
    text = passage.plain
    for words, pattern, why in _FORMS if passage.digits else ():
        if passage.has_any(words):
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
    if words == ["The"] and m.group(3).islower():
        return False
    if _NOT_HOUSE.search(before) or (words != ["The"] and any(w.lower() in _STOP for w in words)):
        return False
    end, capital = m.group(3), all(w[0].isupper() for w in words)
    if _STORIED.match(passage.plain, m.start(1)):
        return False
    if end.lower() in {"st", "dr", "av", "gr", "ct", "plc"} and not (capital and end[0].isupper()):
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
