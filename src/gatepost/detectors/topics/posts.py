"""What kind of post a text is: an alert, a reminder, a greeting… From a visible table of our own."""

import re
from functools import lru_cache
from typing import Final

POST_KINDS: Final[dict[str, str]] = {
    "alert": (
        r"clos(?:ed|ure|ing|es?)\b|shut\b|snow|power cut|boiler|delayed|cancell?ed|postponed|emergency"
        r"|road works|burst"
        r"|late (?:bus|coach)|running late|change (?:to|of)|moved to|no longer|warning|severe weather|flood"
    ),
    "reminder": (
        r"remind|don't forget|do not forget|deadline|last (?:chance|day)|by (?:monday|tuesday|wednesday"
        r"|thursday|friday)"
        r"|closes on|due (?:in|on|by)|bring (?:a|your)|please (?:bring|return|remember|make sure)"
        r"|starts? back|return to school"
    ),
    "event": (
        r"fair\b|fayre|concert|show\b|performance|open (?:evening|day|morning)|parents' evening"
        r"|sports day|disco|quiz night"
        r"|auditions?|assembly|coffee morning|bake sale|tickets?|workshop|fun run|play\b|carol|cake sale"
        r"|book (?:fair|week|day)"
        r"|(?:this|next|on) (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
    ),
    "vacancy": (
        r"vacanc|we are (?:looking for|hiring|recruiting)|we're (?:looking for|hiring|recruiting)"
        r"|apply (?:by|now|before)"
        r"|join our team|volunteers? (?:needed|wanted)|job\b|apply for|parent governor|recruit"
    ),
    "link": r"newsletter|factsheet|guidance (?:for|on)|read (?:more|our)|leaflet|handbook|bulletin|guide for",
    "achievement": (
        r"well done|congratulat|achiev|award|winn|won\b|medal|trophy|record|proud|success|results?\b"
        r"|certificate|champion"
        r"|first place|runners?-up|brilliant|fantastic|star of"
    ),
    "trip": (
        r"trip\b|visit(?:ed|ing|s)?\b|residential|museum|theatre|camp\b|expedition|day out|arrived"
        r"|on the coach|activit"
        r"|open evening|fun run|planted|science week|came to|afternoon of|club\b"
    ),
    "greeting": (
        r"happy (?:christmas|new year|easter|diwali|eid|hanukkah|holidays|half)|merry christmas|eid mubarak|diwali"
        r"|ramadan|season's greetings|vaisakhi|hanukkah|chinese new year|lunar new year|enjoy (?:the"
        r"|your) (?:break|half)"
        r"|world book day|remembrance|st (?:george|david|andrew|patrick)"
    ),
    "feedback": r"feedback|survey|questionnaire|tell us what|your views|have your say|let us know what|poll\b",
}
"""Kind of post → the words that tell it. The kinds are those that policies name when they list what is posted."""

_PATTERNS = tuple((kind, re.compile(rf"\b(?:{words})")) for kind, words in POST_KINDS.items())
_LONGEST = 4000

_NEWS = re.compile(
    r"\b(?:our|my) school(?:'s|s')? (?:results|trip|fair|fayre|show|concert|play|team|news|children"
    r"|kids|pupils|choir)"
    r"|\byear \d+ (?:parents|families|mums|pupils|class)\b|\bparents' evening\b|\binset\b|\bkit day\b|\bsports day\b"
    r"|\bschool (?:is|will be) (?:closed|shut)|\bopen evening\b|\bterm dates?\b|\bour (?:pupils|students|year \d+)\b"
    r"|\bschool (?:trip|newsletter|play|concert) (?:is|was|on|today|tomorrow)|\bresults are out\b"
)


@lru_cache(maxsize=4096)
def kinds_of_post(text: str) -> frozenset[str]:
    """Return the kinds of post that the text may be, such as alert or greeting; none when no word tells."""
    folded = text[:_LONGEST].casefold().replace("’", "'")
    return frozenset(kind for kind, pattern in _PATTERNS if pattern.search(folded))


_MATTERS = re.compile(
    r"\b(?:ofsted|schools?|teach\w*|pupils?|students?|parents?|exams?|gcses?|a[- ]levels?|sats|phonics|curriculum"
    r"|(?:i|we) (?:think|believe|feel|reckon)|in (?:my|our) (?:view|opinion)|should (?:be|have|never|all)|a mistake"
    r"|education\w*|head ?teachers?|class(?:es|room)?|governors?|trusts?|academ\w+|unions?|strikes?|homework|uniform)\b"
)


def is_about_school(text: str) -> bool:
    """Tell whether the text gives a view, or speaks of schooling, so that it could pass for a school's."""
    return _MATTERS.search(text[:_LONGEST].casefold()) is not None


def is_school_news(text: str) -> bool:
    """Tell whether the text gives out news or arrangements of the school, as an official account would."""
    return _NEWS.search(text[:_LONGEST].casefold().replace("’", "'")) is not None
