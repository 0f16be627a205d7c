"""What a consent type means: of what, and where. Schools name their types freely, so this only suggests."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from gatepost.consents.elements import ELEMENTS, TIERS


class Cover(NamedTuple):
    """One thing that is agreed to: an element, a tier, and a platform where only that one is meant."""

    element: str
    tier: str
    platform: str = ""

    def __str__(self) -> str:
        """As it is written in a mapping: photo@social, or photo@social:facebook."""
        return f"{self.element}@{self.tier}{':' if self.platform else ''}{self.platform}"


NOTHING: Final = "nothing"
"""The choice for a type that is about nothing that is published."""

_OF: Final[dict[str, str]] = {
    "photo": r"photos?|photographs?|photography|pictures?|images?|pics?",
    "voice": r"voice|audio|sound|recordings?|videos?|film(?:s|ed|ing)?|footage",
    "full_name": r"full names?|surnames?|last names?|first and last names?",
    "name": r"first names?|forenames?|given names?|names?",
    "quote": r"quotes?|quotations?|comments?|testimonials?|interviews?",
    "work": r"(?:art|school)?work|art",
}
_IN: Final[dict[str, str]] = {
    "social": r"social(?: media| networks?| networking)?|facebook|instagram|twitter|youtube|linkedin|bluesky|threads|"
    r"tiktok",
    "press": r"press|news ?papers?|local paper|television|tv|broadcast(?:ers?)?|journalists?|"
    r"(?:local|news|external) media",
    "web": r"web|web ?sites?|web ?pages?|blogs?",
    "parents": r"news ?letters?|parents(?: only)?|parent app|learning platform|learning journ(?:al|ey)s?",
    "in_school": r"in ?school|display(?:s|ed)?(?: boards?)?|internal(?:ly)?|within school|classrooms?|"
    r"notice ?boards?|screens?",
}
_PLATFORMS: Final = frozenset("facebook instagram twitter youtube linkedin bluesky threads tiktok".split())
_NAMED_AS: Final = {"twitter": "x"}
_NEGATED: Final = re.compile(
    r"\b(?:no|not|non|nil|none|nobody|neither|nor|never|without|except\w*|exclu\w*|exempt\w*|minus|unless|but|only if|"
    r"(?:do|does|did|ca|can|could|wo|would|sha|should|must|need|is|are|was|have|has)n? ?t|cannot|opt\w* ?out|"
    r"den(?:y\w*|ie[ds]|ial)|refus\w*|object\w*|declin\w*|withh\w*|withdr\w*|forb\w*|prohib\w*|ban(?:s|ned)?|stop\w*|"
    r"block\w*|bar(?:s|red)?|hid(?:e|es|den|ing)|remov\w*|restrict\w*|limit\w*|dis(?!play)\w*|veto\w*|refrain\w*|"
    r"avoid\w*|revok\w*|rescind\w*|retract\w*|cancel\w*|reject\w*|suppress\w*|omit\w*|oppos\w*|against|end(?:s|ed)?|"
    r"(?:leave|left|keep|kept|take|taken) (?:out|off|away)|"
    r"un(?:able|happy|willing|comfortable|consent\w*|authori\w*))\b"
)
_NEUTRAL: Final = frozenset(
    "a an the of for in on at to by with and or as my our your their his her its this that i we you they am is are be "
    "been being may can will would do does have has had all any also etc eg e g such s child childs children childrens "
    "pupil pupils student students son daughter school schools academy nursery parent carer carers parental guardian "
    "consent consents consented consenting permission permissions permit permits permitted agree agrees agreed "
    "agreement allow allows allowed allowing authorise authorised authorize authorized authorisation approve approved "
    "approval accept accepted give gives given giving grant granted happy yes use used uses using usage publish "
    "published publishing publication share shared sharing post posted posts posting show shown appear appears "
    "appearing feature featured features include included includes including upload uploaded put place placed take "
    "taken taking made making record recorded photographed seen online internet external public publicly official "
    "digital print printed media page pages account accounts platform platforms channel channels site sites feed feeds "
    "local national export exported list lists report data csv xlsx".split()
)
"""What headings of permissions say beside of what and where, and what turns nothing round. Any other word may."""
_EITHER_WAY: Final = re.compile(r"\b(?:y n|yes (?:or )?no)$")
_ODD: Final = re.compile(r"[^\w\s.,:;()/&'\"?+\-\[\]*#|@’‘“”–—…•·]|[^\W\x00-\x7f]")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a type's name says. `sure` where it says both of what and where, without a no, and nothing besides.

    `negated` where a yes may be a no; `doubtful` where it has a word of which we do not know that it turns nothing
    round.
    """

    elements: tuple[str, ...]
    tiers: tuple[tuple[str, str], ...]
    negated: bool
    doubtful: bool = False

    @property
    def sure(self) -> bool:
        """Whether the name alone is enough for a yes."""
        return self.clear and not self.doubtful

    @property
    def clear(self) -> bool:
        """Whether it says both of what and where, without a no: enough once a person says what a yes means."""
        return bool(self.elements and self.tiers) and not self.negated

    @property
    def grants(self) -> tuple[Cover, ...]:
        """What a yes would be a yes to, as a suggestion: a picture, where nothing is said of what."""
        return tuple(Cover(one, *where) for one in self.elements or ("photo",) for where in self.tiers)

    @property
    def refuses(self) -> tuple[Cover, ...]:
        """What a no is a no to: everything that it may be about, where it leaves out of what, or where."""
        if self.negated or not (self.elements or self.tiers):
            return ()
        where = self.tiers or tuple((tier, "") for tier in TIERS)
        return tuple(Cover(one, *place) for one in self.elements or tuple(ELEMENTS) for place in where)


@lru_cache(maxsize=4096)
def meaning(name: str) -> Meaning:
    """Return what the name of a type says."""
    words = " ".join(re.sub(r"[^0-9a-z]+", " ", name.casefold().replace("’", "").replace("'", "")).split())
    words = _EITHER_WAY.sub("", words)
    left, elements = _found(words, _OF)
    left, tiers = _found(left, _IN)
    places = [place for tier in tiers for place in _places(tier, words)]
    strange = [word for word in left.replace("/", " ").split() if word not in _NEUTRAL and not word.isdigit()]
    return Meaning(
        tuple(sorted(elements)), tuple(sorted(places)), bool(_NEGATED.search(words)),
        bool(strange or _ODD.search(name)),
    )  # fmt: skip


def _found(words: str, patterns: Mapping[str, str]) -> tuple[str, list[str]]:
    """Return which patterns stand in the words, and the words without them: “full name” is no “name” any more."""
    found = []
    for slug, pattern in patterns.items():
        words, count = re.subn(rf"\b(?:{pattern})\b", " / ", words)
        if count:
            found.append(slug)
    return words, found


def _places(tier: str, words: str) -> list[tuple[str, str]]:
    if tier != "social" or re.search(r"\bsocial\b", words):
        return [(tier, "")]
    return [(tier, _NAMED_AS.get(one, one)) for one in words.split() if one in _PLATFORMS]


def covers_of(said: Iterable[str]) -> tuple[Cover, ...]:
    """Return the covers that a mapping writes. Raises ValueError, with a sentence, where one is none."""
    found = []
    for one in said:
        element, at, place = one.strip().partition("@")
        tier, _, platform = place.partition(":")
        if not at or element not in ELEMENTS or tier not in TIERS:
            raise ValueError(
                f"“{one}” names no element and place. Write it as photo@social, with one of {', '.join(ELEMENTS)} and "
                f"one of {', '.join(TIERS)}."
            )
        found.append(Cover(element, tier, platform))
    return tuple(found)
