"""Claims that would need proof: the best school, number one, world class, an inspector's grade."""

from __future__ import annotations

from gatepost.detectors.detector import Detector
from gatepost.detectors.phrases import phrase, phrase_finder

_PLACE = (
    r"(?:in|of|across|for|within|anywhere in) (?:the |our |all |whole of |whole )*(?:area|town"
    r"|city|county|country|region|district|borough|north|south|east|west|north[ -]?(?:east"
    r"|west)|south[ -]?(?:east|west)|midlands|uk|england|britain|wales|scotland|nation|world"
    r"|state sector|[a-z]+shire|yorkshire|london)"
)
_THING = (
    r"(?:schools?|academy|academies|college|primary|secondary|nursery|sixth form|trust"
    r"|teachers|teaching|staff|results|education|facilities|provision|curriculum|prep|infants?"
    r"|juniors?|progress|pastoral care|gcse results|a level results|sats results)"
    r"(?! (?:dinners?|trips?|days?|plays?|photos?|discos?|fairs?|lunch|meals?|bags?|shoes|runs?|shows?|concerts?"
    r"|uniform"
    r"|council|choir|band|library|books?|garden|dog|assembly|production|year|memor|party|holidays?|team|jumper"
    r"|kitchen))"
)
_SOURCED = (
    r"\b(?:according to(?! us)|source:|published (?:in|on|by)|dfe (?:performance )?(?:table|data)s?"
    r"|on \d{1,2} \w+ (?:19|20)\d\d|inspection report of|report card|read (?:all of it"
    r"|the full report)|in (?:january|february|march|april|may|june|july|september|october"
    r"|november|december) (?:19|20)\d\d)\b"
)
_TRIGGERS = frozenset(
    """choice does does success succeed every
    ranked rank better results happiest safest 100 guarantees promise promised tables table league unmissable
    market award voted favourite friendliest strongest biggest fastest ever nobody any officially hands simply pass
    passes perfect premier superior beats exclusive only truly like nowhere anywhere world class
    other inspectors comes close nobody
    best top leading number no outstanding ofsted isi estyn world finest unrivalled unbeatable unmatched excellent
    highest premier flagship first class greatest nation country rated inspectors inspection beat beats better winning
    exceptional second unparalleled gold guaranteed guarantee only most happiest safest""".split()
)
_PHRASES = (
    phrase(
        rf"\b(?:is |are |we're |officially |quite simply |easily |by far "
        rf"|simply )*(?:the )?(?:very )?(?:best|top|leading|finest|greatest|highest|premier"
        rf"|most successful|top[ -]performing|best[ -]performing|highest[ -]performing"
        rf"|most improved|happiest|safest|number one|no\.? ?1|#1|outstanding) (?:performing |rated "
        rf"|state |primary |secondary |independent |girls' |boys' |small |local |comprehensive "
        rf"|catholic |c of e |gcse |a level |sats )*{_THING}(?: {_PLACE})?",
        "a superlative about the school, with no source",
        unless=rf"{_SOURCED}|\bour best (?:school|teachers) (?:photo|memor)|thank|best teachers? (?:award"
        rf"|card)|how to|support your",
    ),
    phrase(
        rf"(?:\bnumber (?:one|1)\b|\bno\.? ?1\b|#1\b|\bbest\b|\btop\b|\bleading\b|\branked (?:first"
        rf"|1st|top)\b|\bfirst\b(?= for))(?: for [\w ]{{3,30}}?)? {_PLACE}",
        "a ranking, with no source",
        unless=rf"{_SOURCED}|\b(?:race|relay|sprint|swim\w*|chess|debat\w*|maths challenge"
        rf"|cross[ -]country|tournament|under[ -]?\d+|u\d\d|athlete|gymnast|choir|team|goal"
        rf"|medal)\b",
    ),
    phrase(
        r"(?:\bnumber (?:one|1)\b|\bno\.? ?1\b|#1\b) (?:for|in) (?:progress|results|attainment"
        r"|gcses?|sats|attendance|behaviour)\b[^.!?\n,]{0,40}",
        "a ranking, with no source",
        unless=_SOURCED,
    ),
    phrase(
        rf"\bworld[ -]class (?:{_THING}|[a-z]+)\b|\b(?:unrivalled|unbeatable|unmatched|unparalleled"
        rf"|second[ -]to[ -]none|best[ -]in[ -]class|sector[ -]leading|nation[ -]leading"
        rf"|nationally leading|award[ -]winning) (?:{_THING}|[a-z]+)\b|\bsecond to none\b",
        "a boast, with no source",
        unless=rf"{_SOURCED}|author|illustrator|museum|athlete|film|band",
    ),
    phrase(
        r"\b(?:ofsted|the inspectors?|isi|estyn)\b[^.!?\n]{0,40}\b(?:has |have |had )?(?:rated"
        r"|judged|graded|said|say|says|called|named|awarded|gave|given|found|confirmed|described"
        r"|praised)\b[^.!?\n]{0,40}\b(?:outstanding|excellent|exceptional|good|best|inadequate"
        r"|strong standard|expected standard)\b(?:[^.!?\n,]{0,30}\b(?:area|areas|category"
        r"|categories|respects?)\b)?",
        "an inspection grade, with no source or date",
        confidence=0.9,
        unless=_SOURCED,
    ),
    phrase(
        r"\b(?:ofsted[ -](?:rated )?|rated |judged |graded |an? |officially |still |proudly "
        r"|proud to be )(?:as |to be |\")?(?:ofsted[ -])?(?:outstanding|excellent)\b(?: school"
        r"| provider| nursery| by ofsted| in all areas| in every (?:area|category))*",
        "an inspection grade, with no source or date",
        unless=rf"{_SOURCED}|\ban? outstanding (?!school|provider|nursery|primary|academy|by ofsted|in )"
        rf"|\ban? excellent (?!school|provider|nursery)",
    ),
    phrase(
        r"\b(?:ofsted|isi|estyn) (?:outstanding|good|excellent|grade 1|gold)\b",
        "an inspection grade, with no source or date",
        unless=_SOURCED,
    ),
    phrase(
        r"\bflying colours\b[^.!?\n]{0,30}\bofsted\b|\bofsted\b[^.!?\n]{0,40}\bflying colours\b",
        "an inspection claim",
        unless=_SOURCED,
    ),
    phrase(
        rf"\b(?:better|higher|happier) (?:results |teaching |progress )?than (?:any|every"
        rf"|all) (?:other )?(?:local |nearby )?{_THING}\b|\bwe (?:guarantee"
        rf"|promise) (?:[a-z]+ ){{0,3}}(?:results|grades|success)\b",
        "a comparison that needs proof",
        unless=_SOURCED,
    ),
    phrase(
        rf"\b(?:the )?only {_THING} {_PLACE}\b[^.!?\n]{{0,40}}",
        "a claim to be the only one",
        confidence=0.6,
        unless=_SOURCED,
    ),
    phrase(
        rf"\bno(?: other|body else| one else)?(?: {_THING})? (?:comes close|does it better"
        rf"|can match|can beat|beats? us)\b[^.!?\n]{{0,30}}",
        "a comparison that needs proof",
        unless=_SOURCED,
    ),
    phrase(
        r"\b(?:inspectors?|ofsted)\b[^.!?\n]{0,30}(?:[:!,-] ?| (?:loved|adored|were blown away"
        r"|could not fault)\b[^.!?\n]{0,30})(?:outstanding|excellent|exceptional)\b[^.!?\n]{0,30}",
        "an inspection grade, with no source or date",
        unless=_SOURCED,
    ),
    phrase(
        r"\b(?:ranked|rated|voted|named|officially|crowned|judged) (?:as )?(?:the )?(?:number (?:one|1)|no\.? ?1"
        r"|#1|first|1st|top|best|happiest"
        r"|friendliest|safest|strongest|greatest|favourite)\b[^.!?\n,]{0,40}",
        "a ranking, with no source",
        unless=rf"{_SOURCED}|\b(?:race|relay|sprint|swim\w*|chess|debat\w*|challenge|cross[ -]country|tournament"
        rf"|under[ -]?\d+|u\d\d|costume"
        rf"|book|cake|dressed|scarecrow|name|mascot|flavour|song|team|player|goal|medal|display|stall|pupil|poem)\b",
    ),
    phrase(
        rf"\b(?:hands[ -]down|by far|easily|simply|quite simply|undoubtedly|without (?:a )?doubt|officially|still"
        rf"|frankly) (?:the )?(?:best|top|finest"
        rf"|leading|greatest|happiest|friendliest|safest|number one|outstanding|most \w+) {_THING}(?: (?:in|for"
        rf"|anywhere|around|this side of)(?: the)? \w+(?: (?!and\b|but\b)\w+)?)?"
        rf"|\b(?:the )?(?:happiest|friendliest|safest|kindest|greenest|strictest|most (?:caring|inclusive|inspiring"
        rf"|nurturing|popular|successful"
        rf"|improved|sought[ -]after)) {_THING}\b(?: (?:in|anywhere|around) [^.!?\n,]{{2,30}})?",
        "a superlative about the school, with no source",
        unless=_SOURCED + r"|vote|nominat|award for|help make|aim to|want to be|let's be|trying to",
    ),
    phrase(
        rf"\b(?:we|our \w+|{_THING})(?: also| always| consistently)? (?:get|gets|achieve|achieves|have|has|deliver"
        rf"|delivers|give|gives|offer|offers"
        rf"|score|scores|produce|beat|beats|outperform|outperforms) (?:far |much |consistently )?(?:better|higher"
        rf"|stronger|more|the best|the highest"
        rf"|every|all|any|the top)\b[^.!?\n]{{0,40}}\b(?:than (?:any|every|all|other|most|anyone|anybody|anywhere"
        rf"|our rivals|the others|schools)"
        rf"|(?:other|local|neighbouring|nearby) {_THING}|in (?:the )?(?:area|town|county|country|region|city"
        rf"|district))\b[^.!?\n,]{{0,30}}",
        "a comparison that needs proof",
        unless=_SOURCED + r"|cross[ -]country|tournament|match|raffle|house points|tug of war|relay",
    ),
    phrase(
        rf"\bno(?: other|body| one|where)?(?: else)? ?(?:{_THING}|club|provider"
        rf"|place)?(?: \w+){{0,3}} (?:comes? close|does it better"
        rf"|can match|can beat|beats? (?:us|ours)|compares?|offers? (?:this|more|as much)|cares? more"
        rf"|teaches? (?:better|it better)|even comes close)\b",
        "a comparison that needs proof",
        unless=_SOURCED,
    ),
    phrase(
        r"\b(?:100|hundred|99|every single) ?(?:%|per ?cent|percent)? (?:of )?(?:our )?(?:pupils|students|children"
        r"|leavers|parents|year \d+s?"
        r"|pass rate|success(?: rate)?|of (?:pupils|students|parents|our \w+))(?: \w+){0,3} (?:pass|passes|passed"
        r"|achieve|achieved|succeed|recommend"
        r"|love|get|got|go|went|agree|say|guaranteed|every year|satisfied|happy)\b[^.!?\n,]{0,40}|\b100 ?% (?:pass"
        r"|success|satisfaction) rate\b"
        r"|\bguaranteed (?:a\*s?|grades?|results|success|places?|pass(?:es)?|progress)\b",
        "a figure with no source",
        unless=_SOURCED + r"|attendance|year \d+ survey",
    ),
    phrase(
        r"\b(?:top|head|first|number one) (?:of|in) (?:the )?(?:(?:local|county|national|school|regional"
        r"|dfe) )?(?:league tables?|tables|rankings?)\b"
        r"|\b(?:award[ -]winning|market[ -]leading|industry[ -]leading|world[ -]leading|world[ -]beating|unbeatable"
        r"|unrivalled|gold[ -]standard"
        r"|best[ -]in[ -]class|second to none|state[ -]of[ -]the[ -]art|peerless|matchless) (?:[a-z]+[ -]?){0,2}"
        r"(?:care|teaching|pastoral|education|wraparound|provision|facilities|staff|school|nursery|sixth form"
        r"|curriculum|sport|music|drama|results"
        r"|primary|academy|college|childcare|support|food|grounds|campus|curricul\w+|department)\b",
        "a boast, with no source",
        unless=_SOURCED + r"|football|netball|cricket|division|under[ -]?\d+|u\d\d|times tables?",
    ),
    phrase(
        rf"\b(?:the |britain's |england's |the uk's |the county's |the town's |the region's |[a-z]+'s )(?:leading"
        rf"|best|top|number one|finest|premier"
        rf"|favourite|most \w+) (?:(?!in |of |at |for |on "
        rf"|view )[\w-]+ ){{0,2}}{_THING}\b(?: for [^.!?\n,]{{2,30}}?(?= has| is|[.,!]|$))?",
        "a superlative about the school, with no source",
        unless=_SOURCED + r"|thank|award|competition|year \d|battle",
    ),
    phrase(
        rf"\b(?:number one|no\.? ?1|first|top|go-to) choice (?:for|of|in|among) (?:\w+ )?(?:families|parents"
        rf"|children|pupils|students|carers)\b"
        rf"|\b(?:school|nursery|sixth form|college) of (?:first )?choice\b|\b(?:nobody|no ?one|no other \w+"
        rf"|nowhere)(?: else)? (?:does|teaches|cares|knows"
        rf"|gets|looks after) [^.!?\n,]{{0,25}}\b(?:like (?:we|us|our)|as well|better|the way we)\b"
        rf"|\bbetter than (?:any|every|all|most) (?:other |local"
        rf" |private |independent |state |nearby )*{_THING}|\b(?:beat|beats|beating|top|tops|topped|above|ahead of"
        rf"|outshin\w+) (?:every|all|any)"
        rf" (?:other |local |nearby |neighbouring )*{_THING}",
        "a comparison that needs proof",
        unless=_SOURCED + r"|cross[ -]country|tournament|relay|race|cup|gala|quiz|final",
    ),
    phrase(
        rf"\boutstanding in (?:all|every|each)\b[^.!?\n,]{{0,25}}|\b(?:we|i|the school) (?:can )?(?:guarantee"
        rf"|promise)s?\b[^.!?\n]{{0,30}}\b(?:succe\w+|pass|results"
        rf"|grades?|progress|place|best|top)\b|\bthe only {_THING}(?: \w+){{0,4}} (?:where|that|to"
        rf"|with)\b[^.!?\n,]{{0,40}}",
        "a claim that needs proof",
        unless=_SOURCED + r"|fun|try our best|do our best|their best|your best",
    ),
)

DETECTOR = Detector(
    name="claim",
    types=frozenset({"claim"}),
    find=phrase_finder("claim", triggers=_TRIGGERS, phrases=_PHRASES, every_and=True),
    source="ASA rulings on schools' adverts (superlatives, inspection grades); phrases written for Gatepost",
    budget_ms=0.15,
)
