"""What says that a surname standing alone is a pupil's: what players do and own, and what reports say around them."""

from __future__ import annotations

import re

from gatepost.detectors.names.following import following
from gatepost.detectors.names.leading import leading
from gatepost.detectors.names.lexicon import (
    ACTS,
    FAMOUS,
    GROUPS,
    NO_ACTS,
    PERSON_VERBS,
    PLACE_BEFORE,
    THINGS,
    WEAK_VERBS,
    beside,
    categories,
    word_list,
)
from gatepost.detectors.names.reports import in_report, owns_feat
from gatepost.detectors.names.tokens import Hit, Words

KIN = frozenset(
    "twins brothers sisters twin brother sister siblings family boys girls duo triplets pair lads lad cousins".split()
)

ARTICLES = frozenset({"the", "a", "an", "our"})
# `Little brothers welcome` names nobody.
_SIZES = frozenset(
    "little big young small long short old new older elder good best strong wise happy noble bright".split()
)

NOT_PUPILS_BEFORE = frozenset(
    """team house class form v vs versus against beat beats host hosted by author poet artist composer read reading
    street road avenue lane coach sponsor sponsors firm company brand shop at in near via to from of st saint""".split()
)
_NOT_PUPILS_AFTER = frozenset(
    """house hall school academy college primary infants juniors high grammar fc afc rfc cc united city town rovers cup
    trophy shield park street road lane avenue way close drive court centre center ltd plc limited bakery motors garage
    butchers solicitors builders estates foundation trust theatre gallery museum library class form tutor team group
    block building wing room poem poems novel books play sonnet prize""".split()
)

_FEAT = re.compile(
    r"(?:'s)? (?:at the double|on fire|on form|unstoppable|\d+ (?:not out|wickets?|points"
    r"|goals|tries|runs)|with (?:a|the|two|three)"
    r" (?:hat|brace|winner|header|goal|try|late|second|first|stunn|superb|assist|save"
    r"|volley|penalt|catch|wicket)|again\b"
    r"|(?:was |is )?(?:superb|immense|magnificent|brilliant|excellent|outstanding|imperious) (?:in (?:goal|defence"
    r"|midfield|attack|nets?)|at the back|up front)\b"
    r"|(?:dives|leaps|pounces|slides|lunges|volleys|curls|nods|nets|converts|dived|pounced|slid|lunged|nodded)"
    r" (?:to|in|it|home|over|wide|low|past|across)\b)|\s?\((?:c|gk|capt|\d+)\b"
)

_FEATS = frozenset(
    """shooting goals goal tries try header save saves brace trick wickets performance performances pass cross effort
    finish clearance catch tackle tackles running strike bowling batting display corner assist own""".split()
)


# A report may say that a goal came from a pupil; what came home from somewhere is no feat of anybody's.
_AWAY = frozenset(
    """back home away trip visit visitors side team teams boys girls school schools ladies lads opponents opposition
    club players coach bus train minibus came come comes travelled returned return returns miles far friends pupils
    children staff parents ref referee rivals people neighbours guests judges yards metres""".split()
)
_MADE_UP_OF = frozenset(
    """pair pairing duo trio quartet combination combo partnership team likes efforts effort work pace bowling batting
    shooting serving fielding handling kicking boot head hands feet boots block midfield defence attack spine form
    consisting composed comprised""".split()
)
_TOWARDS = frozenset("it ball him her them one back across wide over square through out throw-in pass due down".split())
# Words that are houses or places more often than pupils, but pupils' surnames too.
_NAMES_TOO = frozenset(
    "green brown black white grey gray gold silver scarlet young king park hall church frost snow".split()
)
COLOURS = frozenset("red blue yellow purple orange house houses colours colour teams staff".split())
_ALONE = frozenset(
    """scored netted bowled batted headed volleyed saved kicked tackled slotted curled tapped converted
    caught dived smashed""".split()
)
# Houses win and finish; pupils do the rest.
_HOUSES_TOO = frozenset("won wins beat finished finishes qualified smashed clinched placed sealed rises rose".split())
# What a capital in the middle of a report's sentence may be for, besides a name.
_OF_PLAY = frozenset(
    """field fields lane lanes court courts pool page pages price cross fair fairs bank gate bridge head hand hands
    house""".split()
)
_DETERMINERS = frozenset("the a an our your their his her this that each every any no some all my its these".split())
_COMPOUND = frozenset(
    """country kit club match final finals league team day trip training programme tournament trophy fixture fixtures
    bottle bottles court centre stall list code number""".split()
)
_FIRMS = frozenset(
    """solicitors architects accountants builders plumbers estate ltd sponsor sponsors sponsored lending lent donated
    donating sponsoring""".split()
)
ACTS_OF_PLAY = ACTS | word_list("sport")
_ACTS_OF_A_PERSON = (PERSON_VERBS | ACTS_OF_PLAY) - WEAK_VERBS
_ACTS_ALONE = (ACTS_OF_PLAY | _ALONE) - _HOUSES_TOO
_NOT_ALONE_AFTER = PLACE_BEFORE | ARTICLES | NOT_PUPILS_BEFORE
_THINGS_AFTER = THINGS | GROUPS | _NOT_PUPILS_AFTER
_NOT_PLAYING_AFTER = (PLACE_BEFORE | NOT_PUPILS_BEFORE) - {"by", "from"}
_TO_PLAY = frozenset("serve bowl bat take convert anchor kick shoot".split())
_MOVES = frozenset("close drive way block play form line half wing centre".split())


def is_common(words: Words, h: Hit) -> bool:
    """Whether the surname is also a word or a place; those of two parts, and those that are first names, are not."""
    word = words.get(h.first)
    common = categories("last").get(word, "first") != "first" or word in beside()
    return h.last - h.first == 1 and common


def report(words: Words, h: Hit) -> str:
    """What speaks of sport around the name."""
    if h not in words.reports:
        words.reports[h] = in_report(words.passage.lower, words.start[h.first], words.end[h.last - 1])
    return words.reports[h]


def has_cue(words: Words, h: Hit) -> bool:
    """Whether the words around a surname say that a person is meant."""
    return _word_cue(words, h) if is_common(words, h) else _name_cue(words, h)


def _name_cue(words: Words, h: Hit) -> bool:
    word, before = words.get(h.last), words.get(h.first - 1)
    if words.touches(h.last) and word in KIN:
        return True
    if words.touches(h.last) and word in THINGS and not _moves(words, h):
        return False
    if words.touches(h.last) and word in _ACTS_OF_A_PERSON and before not in PLACE_BEFORE:
        return True
    if _feat(words, h) or _by_name(words, h) or (report(words, h) and before not in ARTICLES and not _owns(words, h)):
        return True
    if _owns_feat(words, h) or _in_play(words, h):
        return True
    if leading(words, h.first) in {"praise", "role"} or following(words, h) in {"work", "class"}:
        return before not in PLACE_BEFORE | {"the"}
    return False


def stands_alone(words: Words, h: Hit) -> bool:
    """A surname that is no word, place or first name, with nothing beside it that makes it a house, a team or a book.

    On a school's own page a bare surname from the roll is far likelier a pupil than anybody else, so the doubt goes
    to the child: a person looks and says that it is somebody else.
    """
    if is_common(words, h) or not unplaced(words, h):
        return False
    if len(words.get(h.first)) <= 3 - words.match or not _FIRMS.isdisjoint(words.word[h.last : h.last + 6]):
        return False
    return not _beside_famous(words, h)


def unplaced(words: Words, h: Hit) -> bool:
    """Whether nothing beside the name makes it a place, a house, a team or a firm."""
    if words.get(h.first - 1) in _NOT_ALONE_AFTER or _heads_thing(words, h):
        return False
    return not _owns(words, h)


def called(words: Words, h: Hit) -> bool:
    """`NAYLOR SCORES!!!`: among capitals only a cue beside the name says that it is one."""
    acts = words.touches(h.last) and words.get(h.last) in ACTS_OF_PLAY
    return acts or bool(report(words, h)) or leading(words, h.first) in {"praise", "role"}


def _heads_thing(words: Words, h: Hit) -> bool:
    """`Rigby Street`, `Rigby class`; but a player may go `close`."""
    return words.touches(h.last) and not _moves(words, h) and words.get(h.last) in _THINGS_AFTER


def _moves(words: Words, h: Hit) -> bool:
    return words.match and words.get(h.last) in _MOVES and not words.capital(h.last)


def _is_owner(words: Words, h: Hit) -> bool:
    gap, after = words.gap(h.last), words.get(h.last)
    return (gap == "'" and after == "s") or (gap.startswith("' ") and words.get(h.last - 1).endswith("s"))


def _owns(words: Words, h: Hit) -> bool:
    """`thanks to Holroyd's bakery`: what is owned is no feat."""
    return _is_owner(words, h) and not {"work", "class"} & {following(words, h)} and not _owns_feat(words, h)


def _owns_feat(words: Words, h: Hit) -> bool:
    """`Holroyd's free kick`."""
    return _is_owner(words, h) and owns_feat(words.passage.lower, words.end[h.last - 1])


def _by_name(words: Words, h: Hit) -> bool:
    before = words.get(h.first - 1)
    return before in {"by", "from"} and (words.get(h.first - 2) in _FEATS or before == "by" or h.last - h.first > 1)


def _in_play(words: Words, h: Hit) -> bool:
    """`good work from Boateng`, `the pairing of Rigby and Rao`, in the report of a match."""
    before, lead = words.get(h.first - 1), words.get(h.first - 2)
    if before not in {"from", "of", "to"} or not words.match or _heads_thing(words, h) or _owns(words, h):
        return False
    if before == "from":
        return lead not in _AWAY and not lead.isdigit()
    return lead in (_MADE_UP_OF if before == "of" else _TOWARDS)


def _beside_famous(words: Words, h: Hit) -> bool:
    """`Wilson and Attlee`, and outside a report of sport `Bury and Rishworth`."""
    near = words.word[max(0, h.first - 2) : h.first] + words.word[h.last : h.last + 2]
    if not FAMOUS.isdisjoint(near):
        return True
    return not words.match and any(w in {"and", "or"} for w in near) and _town(near)


def _town(near: list[str]) -> bool:
    return any(categories("last").get(w) == "place" for w in near)


def _feat(words: Words, h: Hit) -> bool:
    end = words.end[h.last - 1]
    return _FEAT.match(words.passage.lower[end : end + 40]) is not None


def _word_cue(words: Words, h: Hit) -> bool:
    """A cue strong enough for a surname that is a word: what players do, or a report's sure words before it."""
    name, word, before = words.get(h.first), words.get(h.last), words.get(h.first - 1)
    if words.touches(h.last) and word in KIN - {"family", "boys", "girls", "twin", "duo", "pair", "lads", "lad"}:
        return before in {"the", "our", "both"} or name not in _SIZES
    if categories("last").get(name) == "place" or before in ARTICLES:
        return False
    if name in NO_ACTS:
        return name in _NAMES_TOO and _plays(words, h)
    acts = (words.touches(h.last) and word in ACTS) or (_by_name(words, h) and words.get(h.first - 2) in _FEATS)
    return acts or _feat(words, h) or report(words, h) == "sure" or (words.match and _plays_on(words, h))


def _plays_on(words: Words, h: Hit) -> bool:
    """`Walker to serve`, `Cook's second try`, `until Moss pulled one back`."""
    if not unplaced(words, h):
        return _in_play(words, h) and _inside(words, h)
    if words.get(h.last) == "to":
        return words.get(h.last + 1) in _TO_PLAY and report(words, h) == "after"
    return report(words, h) == "after" or _owns_feat(words, h) or _inside(words, h)


def _inside(words: Words, h: Hit) -> bool:
    """Whether a word has its capital inside a sentence, where only a name would."""
    name, before, after = words.get(h.first), words.get(h.first - 1), words.get(h.last)
    if words.opens(h.first) or words.title_case or "house" in words.passage.words:
        return False
    if before in _DETERMINERS or before.isdigit() or after[:1].isdigit():
        return False
    return name not in _OF_PLAY and categories("first").get(name) != "date" and after not in _COMPOUND


def _plays(words: Words, h: Hit) -> bool:
    """`Young scored twice`, `a try by Hall`: in the report of a match, and not one between houses or colours."""
    if not words.match or words.passage.has_any(COLOURS) or _heads_thing(words, h):
        return False
    if words.get(h.first - 1) in _NOT_PLAYING_AFTER:
        return False
    if words.touches(h.last) and words.get(h.last) in _ACTS_ALONE:
        return words.get(h.first) not in {"frost", "snow"} or words.get(h.last) in _ALONE
    if words.get(h.last) == "won" and words.get(h.last + 2)[:1].isdigit():
        return True
    if words.opens(h.first) and words.get(h.last) == "to":
        return False
    return report(words, h) in {"sure", "after"} and not _is_owner(words, h)
