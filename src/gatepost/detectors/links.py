"""Links and account names: somebody's own profile, a shop (or a shortened link, which may hide one), an appeal."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gatepost.detectors.detector import Detector
from gatepost.detectors.finding import Finding
from gatepost.detectors.names.lexicon import beside
from gatepost.detectors.passage import Passage

_TLD = (
    r"(?:com|co\.uk|org\.uk|uk|org|net|me|io|ly|gg|gl|cc|be|app|shop|store|info|biz|page|link"
    r"|site|online|tv|edu|club|to|tk|at|it|id|ee|social|fund|gd)"
)
_URL = re.compile(
    rf"(?<![\w@.-])(?:https?://|www\.)[^\s<>\"]{{3,2000}}"
    rf"|(?<![\w@.-])(?:[a-z0-9-]{{1,63}}\.){{1,4}}{_TLD}(?![\w@.-]*@)(?:/[^\s<>\"]{{0,500}}"
    rf"|(?![\w-]))",
    re.IGNORECASE,
)
_DONATION = re.compile(
    r"(?:justgiving|gofundme|gofund\.me|crowdfunder|crowdfunding|paypal\.me|paypal\.com/(?:donate|paypalme|pool)"
    r"|ko-fi|"
    r"buymeacoffee|patreon|localgiving|totalgiving|givestar|enthuse\.com|peoplesfundraising|goldengiving"
    r"|wonderful\.org"
    r"|cafdonate|givewheel|kickstarter|indiegogo|spotfund|fundrazr|givebutter|donorbox|launchgood|easyfundraising"
    r"|donate\.|/donate|/donation|/fundraising|monzo\.me|cash\.app|venmo)"
)
_SHORT = re.compile(
    r"^(?:https?://)?(?:www\.)?(?:bit\.ly|tinyurl\.com|t\.co|ow\.ly|goo\.gl|cutt\.ly|rb\.gy"
    r"|is\.gd|lnkd\.in|buff\.ly|tiny\.cc"
    r"|rebrand\.ly|shorturl\.at|s\.id|t\.ly|bl\.ink|amzn\.to|amzn\.eu|ebay\.to|trib\.al|v\.gd"
    r"|shorte\.st|adf\.ly)(?:/|$)"
)
_PROFILE = re.compile(
    r"(?:facebook\.com|fb\.com)/(?!groups|events|pages|sharer|watch|hashtag|marketplace|photo"
    r"|permalink|reel|help|policies|business|login|story)[\w.-]"
    r"|instagram\.com/(?!p/|reel|explore|tv/|stories|accounts)[\w.]|tiktok\.com/@[\w.]+/?(?:\?"
    r"|$)|snapchat\.com/(?:add|t)/"
    r"|linkedin\.com/(?:in|pub)/|(?:twitter|//x|^x|www\.x)\.com/(?!i/|search|hashtag|intent|home|share)\w+/?(?:\?|$)"
    r"|youtube\.com/(?:@|user/|c/|channel/)|threads\.(?:net|com)/@|bsky\.app/profile/|(?:^"
    r"|//)t\.me/|wa\.me/|discord\.(?:gg|com/users)"
    r"|onlyfans\.com/|linktr\.ee/|reddit\.com/(?:u|user)/|pinterest\.(?:com|co\.uk)/\w"
    r"|strava\.com/athletes/|komoot\.(?:com|de)/user/|goodreads\.com/user/|steamcommunity\.com/(?:id|profiles)/"
    r"|open\.spotify\.com/user/|roblox\.com/users/|soundcloud\.com/\w|duolingo\.com/profile/|tumblr\.com/\w"
    r"|vsco\.co/|bereal\.com|twitch\.tv/|m\.me/|scratch\.mit\.edu/users/|chess\.com/member/|parkrun\.org\.uk/parkrunner/"
    r"|wattpad\.com/user/|deviantart\.com/\w|flickr\.com/(?:people|photos)/|behance\.net/\w|about\.me/\w"
    r"|letterboxd\.com/\w|last\.fm/user/|xboxgamertag\.com/search/|psnprofiles\.com/\w|kick\.com/\w|substack\.com/@"
    r"|(?:^|//)[\w.-]+/@[\w.-]+/?(?:\?|$)"
)
_SELLER = re.compile(
    r"(?:amazon|ebay|etsy|vinted|depop|shein|temu|aliexpress|argos|tesco|asda|sainsburys"
    r"|groupon|shopify|bigcartel|notonthehighstreet"
    r"|gumtree|wayfair|boohoo|avonlocal|avon\.uk|younique|tropicskincare|usborne|scentsy|bodyshopathome)\."
)
_SELLING = re.compile(
    r"shop|store|shoes|uniform|boutique|deals?|discount|voucher|sale|buy|cart|checkout|product"
    r"|offer|pricing|book-now|tickets?"
    r"|salon|beauty|nails|lashes|photograph|tuition|tutor|dance|party|parties|gifts?|toys"
    r"|cakes|florist|travel|holidays|homes|lettings|estate"
)
_NOT_SELLING = re.compile(
    r"(?:gov\.uk|nhs\.uk|ac\.uk|sch\.uk|police\.uk|bbc\.co\.uk|wikipedia\.org|school|academy"
    r"|primary|college|trust|council|parliament\.uk|pta)"
)
_PRICE = re.compile(
    r"£\d|\d ?% off|half[ -]price|\bvouchers?\b|\b(?:two|three|2|3) for\b|\bone (?:get one )?free|\bdiscount"
    r"|\bsale\b|\bbuy\b|\border\b|\bbook now|\bfrom £|\bfirst \w+ free|\boffer\b|\bcode [A-Z]"
)
_OURS = re.compile(
    r"school|academy|primary|infant|junior|college|pta|friendsof|trust|nursery|sport$|pe$"
    r"|library|alumni|[fc]c$|official|club|council|police|museum|uk$|high$|highschool|grammar|prep$|sixthform|6thform"
    r"|gazette|herald|theatre|gallery|nhs|hospital|charity|society|association|church|scouts|guides|brownies|cafe|bakery"
    r"|shop|studios?$|radio|tv$|gov$|^bbc|nature|wildlife|ltd$|news$"
)
# Whose page it is, said beside it.
_SAID_OURS = re.compile(
    r"\b(?:official|our (?:only|own|school)|(?:school|trust|academy|club|council|museum)'s)\b[^!?\n]{0,80}\Z"
)
_IS_OURS = re.compile(r"[\"')]? (?:is|are) (?:our|the (?:school|official|only))\b")
_SITES = frozenset(
    "insta instagram ig snap snapchat sc tiktok tik twitter x fb facebook threads discord"
    " roblox xbox psn gamer playstation gamertag fortnite youtube twitch bereal kik telegram"
    " whatsapp bluesky steam vsco reddit username handle gamertag screenname bsky".split()
)
_NETWORK = (
    r"(?:insta(?:gram)?|ig|snap(?:chat)?|sc|tik ?tok|twitter|fb|facebook|threads|discord"
    r"|roblox|xbox|psn|gamer ?tag|twitch|bereal|kik|telegram|youtube|steam|x)"
)
_LINKING = (
    r"(?:\s+(?:is|as|at|name|user ?name|user|handle|account|acc|id|called|on|my|his|her|their|it's|tag))*"
    r"(?:\s+[^\w\s@.,!?;]{1,3}\s*|\s*[:=(-]?\s*)"
)
_HANDLE = r"(@[\w.]{2,30}|[\w.]{2,30}#\d{4}|[\w.]*(?:\d|_|\.)[\w.]*)"
_NAMED = re.compile(rf"\b{_NETWORK}\b{_LINKING}(?<![\w.]){_HANDLE}(?![\w@#]|\.\w)", re.IGNORECASE)
_USER = re.compile(
    rf"\b{_NETWORK}\s+(?:user ?)?(?:name|handle|tag|id)\b\s*(?:is|:|=)?\s*([\w.]{{3,30}})", re.IGNORECASE
)
_CALLED = re.compile(
    rf"\b{_NETWORK}\b,? (?:as |under )?(?:user(?: ?name)?|handle)?:? ?{_HANDLE}(?![\w@#])", re.IGNORECASE
)
# A gamer's name in capitals and small letters mixed: "my gamertag is DestroyerX", but not "gamertag please".
_GAMER = re.compile(
    r"\b(?:[Gg]amer ?tags?|[Yy]ou[Tt]ube channel is|YT channel is)(?:'s| is|:)? ?((?=\w*[a-z][A-Z])[A-Za-z]\w{3,29})\b"
)
_AFTER = re.compile(rf"(?<![\w.@])(@[\w.]{{2,30}}\w|[a-z][a-z.]*[._\d][\w.]*\w) (?:on|@) {_NETWORK}\b", re.IGNORECASE)
_SAID = re.compile(
    rf"\b(?:user ?name|handle|screen ?name|gamer ?tag)(?:'s| is|:)\s*{_HANDLE}(?![\w@#]|\.\w)", re.IGNORECASE
)
# A plain word is an account only where the words around it say so: "my insta: jessdraws", "add bexter on snap".
_PLAIN_NAME = re.compile(
    rf"\b(?:my|me|his|her|their|(?:son|daughter|mate|friend|brother|sister)'s)(?: on)? {_NETWORK}"
    r"(?: (?:name|handle|user|username|id|tag|account|acc))*(?: is| ?[:=-]) ?([a-z][a-z0-9]{4,29})"
    r"(?=$|[.,!?)\n]|\s*[^\w\s]| (?:x+|if|for|and|add|lol)\b)",
    re.IGNORECASE,
)
_CAMEL = re.compile(
    rf"\b(?i:add|follow|sub(?:scribe)?(?: to)?|friend|message|dm|known as) "
    rf"([A-Z]?[a-z]+[A-Z]\w{{2,28}}) (?i:on|@|in) (?i:{_NETWORK})\b"
)
_OWN_FORM = re.compile(r"(?<![\w/.])(u/[\w-]{3,20}|[\w-]+\.bsky\.social)\b")
# `see Year7 on Insta` names a year group, and `part2 on YouTube` an episode.
_SERIES = re.compile(
    r"(?:year|yr|class|form|key ?stage|ks|part|episode|ep|week|day|room|vol|no|top|covid|[a-z]{1,3})\.?\d+\w?\Z"
)
_ADD = re.compile(
    rf"\b(?:add|follow|dm|message|find|sub to)\s+(?:me|him|her|them"
    rf"|us)?\s*(?:on\s+{_NETWORK}\s*:?\s*)?(@[\w.]{{2,30}}\w)",
    re.IGNORECASE,
)
_NOT_NAMES = frozenset(
    """instead again later because should would could profile picture photos videos stories posts story account accounts
    password please feeds people there their thing things below above online locked private hacked banned deleted
    suspended messages message group groups pages friends followers follow being going really actually pretty""".split()
)
_PLAIN_WORDS = frozenset("com www http https the and for page story post live".split())


def find(passage: Passage) -> Iterator[Finding]:
    """Web addresses by what they lead to, and account names beside the name of a network."""
    if "." in passage.plain:
        priced = None
        for m in _URL.finditer(passage.plain):
            priced = _PRICE.search(passage.lower) is not None if priced is None else priced
            end = m.start() + len(m.group().rstrip(".,;:!?)'\""))
            found = _kind(passage.lower[m.start() : end], priced=priced)
            if found and not (found[0] == "personal_profile" and _school_said(passage, m.start(), end)):
                yield Finding(found[0], m.start(), end, found[1], found[2])
    if passage.has_any(_SITES) or "@" in passage.plain:
        yield from _handles(passage)


def _kind(url: str, *, priced: bool) -> tuple[str, float, str] | None:
    if _DONATION.search(url):
        return "donation_link", 0.95, "a page that asks for money"
    if _SHORT.match(url):
        return "commercial_link", 0.75, "a shortened link, which does not show where it leads"
    if _PROFILE.search(url):
        ours = _OURS.search(url.split(".com", 1)[-1].split("?", maxsplit=1)[0].strip("/@"))
        return None if ours and "mr_" not in url else ("personal_profile", 0.9, "a link to an account of one person")
    if _SELLER.search(url):
        return "commercial_link", 0.9, "a link to a shop"
    selling = _SELLING.search(url) or (priced and not url.endswith("org.uk"))
    if selling and not _NOT_SELLING.search(url.split("://", 1)[-1].split("/", 1)[0]):
        return "commercial_link", 0.75, "a link to something for sale"
    return None


def _handles(passage: Passage) -> Iterator[Finding]:
    seen: set[int] = set()
    for pattern in (_NAMED, _USER, _CALLED, _GAMER, _SAID, _OWN_FORM, _AFTER, _ADD, _CAMEL, _PLAIN_NAME):
        for m in pattern.finditer(passage.plain):
            name = m.group(1).rstrip(".")
            if (
                m.start(1) in seen
                or (pattern is _PLAIN_NAME and name.lower() in beside() | _NOT_NAMES)
                or (pattern is _AFTER and _SERIES.match(name.lower()))
                or not _personal(passage, name, m.start())
            ):
                continue
            seen.add(m.start(1))
            yield Finding("personal_profile", m.start(1), m.start(1) + len(name), 0.85, "an account name on a network")


def _school_said(passage: Passage, start: int, end: int) -> bool:
    """Whether the text says that the page is the school's, a club's or another body's own."""
    before = passage.lower[max(0, start - 100) : start]
    return bool(_SAID_OURS.search(before) or _IS_OURS.match(passage.lower, end))


def _personal(passage: Passage, name: str, at: int) -> bool:
    bare = name.lower().strip("@._")
    if bare in _PLAIN_WORDS or bare.replace(".", "").isdigit() or _OURS.search(bare) or len(bare) < 3:
        return False
    if re.search(r"\.(?:com|co|uk|org|net)$", bare):
        return False
    return (
        not re.search(r"\b(?:school|our|the pta)\b[^.!?]{0,12}\Z", passage.lower[max(0, at - 24) : at])
        or "@" not in name
    )


DETECTOR = Detector(
    name="links",
    types=frozenset({"personal_profile", "commercial_link", "donation_link"}),
    find=find,
    source="address forms of each network's, shop's and giving site's own help pages; lists compiled for Gatepost",
    budget_ms=0.25,
)
