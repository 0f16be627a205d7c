"""Claims that would need proof: the best school, number one, world class, an inspector's grade."""

from __future__ import annotations

from gatepost.detectors.detector import Detector
from gatepost.detectors.phrases import phrase, phrase_finder

_PLACE = r"(?:in|of|across|for|within|anywhere in) (?:the |our |all |whole of |whole )*(?:area|town|city|county|country|region|district|borough|north|south|east|west|north[ -]?(?:east|west)|south[ -]?(?:east|west)|midlands|uk|england|britain|wales|scotland|nation|world|state sector|[a-z]+shire|yorkshire|london)"
_THING = r"(?:schools?|academy|academies|college|primary|secondary|nursery|sixth form|trust|teachers|teaching|staff|results|education|facilities|provision|curriculum|prep|infants?|juniors?|progress|pastoral care|gcse results|a level results|sats results)"
_SOURCED = r"\b(?:according to|source:|published (?:in|on|by)|dfe (?:performance )?(?:table|data)s?|on \d{1,2} \w+ (?:19|20)\d\d|inspection report of|report card|read (?:all of it|the full report)|in (?:january|february|march|april|may|june|july|september|october|november|december) (?:19|20)\d\d)\b"
_TRIGGERS = frozenset(
    """best top leading number no outstanding ofsted isi estyn world finest unrivalled unbeatable unmatched excellent
    highest premier flagship first class greatest nation country rated inspectors inspection beat beats better winning
    exceptional second unparalleled gold guaranteed guarantee only most happiest safest""".split()
)
_PHRASES = (
    phrase(rf"\b(?:is |are |we're |officially |quite simply |easily |by far |simply )*(?:the )?(?:very )?(?:best|top|leading|finest|greatest|highest|premier|most successful|top[ -]performing|best[ -]performing|highest[ -]performing|most improved|happiest|safest|number one|no\.? ?1|#1|outstanding) (?:performing |rated |state |primary |secondary |independent |girls' |boys' |small |local |comprehensive |catholic |c of e |gcse |a level |sats )*{_THING}(?: {_PLACE})?", "a superlative about the school, with no source", unless=rf"{_SOURCED}|\bour best (?:school|teachers) (?:photo|memor)|thank|best teachers? (?:award|card)|how to|support your"),
    phrase(rf"(?:\bnumber (?:one|1)\b|\bno\.? ?1\b|#1\b|\bbest\b|\btop\b|\bleading\b|\branked (?:first|1st|top)\b|\bfirst\b(?= for))(?: for [\w ]{{3,30}}?)? {_PLACE}", "a ranking, with no source", unless=rf"{_SOURCED}|\b(?:race|relay|sprint|swim\w*|chess|debat\w*|maths challenge|cross[ -]country|tournament|under[ -]?\d+|u\d\d|athlete|gymnast|choir|team|goal|medal)\b"),
    phrase(r"(?:\bnumber (?:one|1)\b|\bno\.? ?1\b|#1\b) (?:for|in) (?:progress|results|attainment|gcses?|sats|attendance|behaviour)\b[^.!?\n,]{0,40}", "a ranking, with no source", unless=_SOURCED),
    phrase(rf"\bworld[ -]class (?:{_THING}|[a-z]+)\b|\b(?:unrivalled|unbeatable|unmatched|unparalleled|second[ -]to[ -]none|best[ -]in[ -]class|sector[ -]leading|nation[ -]leading|nationally leading|award[ -]winning) (?:{_THING}|[a-z]+)\b|\bsecond to none\b", "a boast, with no source", unless=rf"{_SOURCED}|author|illustrator|museum|athlete|film|band"),
    phrase(r"\b(?:ofsted|the inspectors?|isi|estyn)\b[^.!?\n]{0,40}\b(?:has |have |had )?(?:rated|judged|graded|said|say|says|called|named|awarded|gave|given|found|confirmed|described|praised)\b[^.!?\n]{0,40}\b(?:outstanding|excellent|exceptional|good|best|inadequate|strong standard|expected standard)\b(?:[^.!?\n,]{0,30}\b(?:area|areas|category|categories|respects?)\b)?", "an inspection grade, with no source or date", confidence=0.9, unless=_SOURCED),
    phrase(r"\b(?:ofsted[ -](?:rated )?|rated |judged |graded |an? |officially |still |proudly |proud to be )(?:as |to be |\")?(?:ofsted[ -])?(?:outstanding|excellent)\b(?: school| provider| nursery| by ofsted| in all areas| in every (?:area|category))*", "an inspection grade, with no source or date", unless=rf"{_SOURCED}|\ban? outstanding (?!school|provider|nursery|primary|academy|by ofsted|in )|\ban? excellent (?!school|provider|nursery)"),
    phrase(r"\b(?:ofsted|isi|estyn) (?:outstanding|good|excellent|grade 1|gold)\b", "an inspection grade, with no source or date", unless=_SOURCED),
    phrase(r"\bflying colours\b[^.!?\n]{0,30}\bofsted\b|\bofsted\b[^.!?\n]{0,40}\bflying colours\b", "an inspection claim", unless=_SOURCED),
    phrase(rf"\b(?:better|higher|happier) (?:results |teaching |progress )?than (?:any|every|all) (?:other )?(?:local |nearby )?{_THING}\b|\bwe (?:guarantee|promise) (?:[a-z]+ ){{0,3}}(?:results|grades|success)\b", "a comparison that needs proof", unless=_SOURCED),
    phrase(rf"\b(?:the )?only {_THING} {_PLACE}\b[^.!?\n]{{0,40}}", "a claim to be the only one", confidence=0.6, unless=_SOURCED),
)  # fmt: skip

DETECTOR = Detector(
    name="claim",
    types=frozenset({"claim"}),
    find=phrase_finder("claim", triggers=_TRIGGERS, phrases=_PHRASES),
    source="ASA rulings on schools' adverts (superlatives, inspection grades); phrases written for Gatepost",
    budget_ms=0.15,
)
