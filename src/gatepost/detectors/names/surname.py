"""Surnames that stand alone: a pupil only with a cue, such as `Hartley wins`, `the Hartley twins`, a list of a
team."""

from __future__ import annotations

import re

from gatepost.detectors.names.following import following
from gatepost.detectors.names.full import Match
from gatepost.detectors.names.leading import leading
from gatepost.detectors.names.lexicon import (
    ACTS,
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
from gatepost.detectors.names.lists import free, runs
from gatepost.detectors.names.others import belongs_to_another
from gatepost.detectors.names.reports import in_report, is_match
from gatepost.detectors.names.roster import Roster
from gatepost.detectors.names.tokens import Hit, Words

_KIN = frozenset("twins brothers sisters twin brother sister siblings family boys girls duo triplets".split())

_ARTICLES = frozenset({"the", "a", "an", "our"})
# `Little brothers welcome` names nobody.
_SIZES = frozenset(
    "little big young small long short old new older elder good best strong wise happy noble bright".split()
)
_LIST_LINE = re.compile(r"(?:team|squad|xi|line.?up|scorers?|goals?|players?|starting|subs|results?|runners|winners)\b")

_NOT_PUPILS_BEFORE = frozenset(
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


def surnames(words: Words, hits: list[Hit], roster: Roster, taken: set[int]) -> list[Match]:
    """Surnames of pupils that stand alone with a cue: `Hartley wins`, `the Hartley twins`, a list of a team."""
    open_hits = [h for h in free(hits, roster.lasts, taken) if _nameable(words, h, roster)]
    sure: dict[Hit, Match] = {}
    weak: list[Hit] = []
    for h in open_hits:
        ambiguous = _is_common(words, h)
        if _surname_cue(words, h, ambiguous=ambiguous):
            sure[h] = _last_match(h, roster)
        else:
            weak.append(h)
    _spread_surnames(words, weak, sure, roster)
    return list(sure.values())


def _last_match(h: Hit, roster: Roster) -> Match:
    return Match(
        h.first,
        h.last,
        tuple(roster.lasts[h.name]),
        "surname",
        0.85,
        "surname on the roll, with words that mean a person",
    )


def _nameable(words: Words, h: Hit, roster: Roster) -> bool:
    if words.passage.shouting or len(words.get(h.last - 1)) < 2:
        return False
    if not (words.capital(h.first) or words.capital(h.last - 1)):
        return _unshifted(words, h)
    return not belongs_to_another(words, h, roster)


def _unshifted(words: Words, h: Hit) -> bool:
    """`what a save from kenyon`: a surname in small letters, in a text that is written without capitals."""
    if _is_common(words, h) or words.get(h.first) in categories("first") or h.last - h.first > 1:
        return False
    plain = words.passage.plain
    return (
        len(words.get(h.first)) > 3
        and not any(map(words.capital, range(min(4, len(words)))))
        and _report(words, h) == "sure"
        and plain[words.start[h.first]].islower()
    )


def _owns(words: Words, h: Hit) -> bool:
    """`thanks to Holroyd's bakery`: what is owned is no feat."""
    return words.gap(h.last) == "'" and words.get(h.last) == "s" and not {"work", "class"} & {following(words, h)}


def _report(words: Words, h: Hit) -> str:
    return in_report(words.passage.lower, words.start[h.first], words.end[h.last - 1])


def _by_name(words: Words, h: Hit) -> bool:
    before = words.get(h.first - 1)
    return before in {"by", "from"} and (words.get(h.first - 2) in _FEATS or before == "by" or h.last - h.first > 1)


def _is_common(words: Words, h: Hit) -> bool:
    """Whether the surname is also a word or a place; those of two parts, and those that are first names, are not."""
    word = words.get(h.first)
    common = categories("last").get(word, "first") != "first" or word in beside()
    return h.last - h.first == 1 and common


def _surname_cue(words: Words, h: Hit, *, ambiguous: bool) -> bool:
    if ambiguous:
        return _word_cue(words, h)
    word, before = words.get(h.last), words.get(h.first - 1)
    if words.touches(h.last) and word in _KIN:
        return True
    if words.touches(h.last) and word in THINGS:
        return False
    if words.touches(h.last) and word in (PERSON_VERBS | word_list("sport")) - WEAK_VERBS:
        return before not in PLACE_BEFORE
    if _feat(words, h) or _by_name(words, h) or (_report(words, h) and before not in _ARTICLES and not _owns(words, h)):
        return True
    if leading(words, h.first) in {"praise", "role"} or following(words, h) in {"work", "class"}:
        return before not in PLACE_BEFORE | {"the"}
    return _stands_alone(words, h)


def _stands_alone(words: Words, h: Hit) -> bool:
    """A surname that is no word, place or first name, with nothing beside it that makes it a house, a team or a book.

    On a school's own page a bare surname from the roll is far likelier a pupil than anybody else, so the doubt goes
    to the child: a person looks and says that it is somebody else.
    """
    before, after = words.get(h.first - 1), words.get(h.last)
    if before in PLACE_BEFORE | _ARTICLES | _NOT_PUPILS_BEFORE or after in THINGS | GROUPS | _NOT_PUPILS_AFTER:
        return False
    return len(words.get(h.first)) > 3 and not _owns(words, h)


def _word_cue(words: Words, h: Hit) -> bool:
    """A cue strong enough for a surname that is a word: what players do, or a report's sure words before it."""
    word, before = words.get(h.last), words.get(h.first - 1)
    if words.touches(h.last) and word in _KIN - {"family", "boys", "girls", "twin", "duo"}:
        return before in {"the", "our", "both"} or words.get(h.first) not in _SIZES
    if categories("last").get(words.get(h.first)) == "place" or words.get(h.first) in NO_ACTS or before in _ARTICLES:
        return False
    acts = (words.touches(h.last) and word in ACTS) or (_by_name(words, h) and words.get(h.first - 2) in _FEATS)
    return acts or _feat(words, h) or _report(words, h) == "sure"


def _feat(words: Words, h: Hit) -> bool:
    end = words.end[h.last - 1]
    return _FEAT.match(words.passage.lower[end : end + 40]) is not None


def _spread_surnames(words: Words, weak: list[Hit], sure: dict[Hit, Match], roster: Roster) -> None:
    """A list of three or more surnames is a team; so is a list of two after a word like `scorers`."""
    for run in runs(words, [*weak, *sure]):
        clear = [h for h in run if words.get(h.first) not in categories("last")]
        headed = (
            _LIST_LINE.search(words.passage.lower[max(0, words.start[run[0].first] - 200) : words.start[run[0].first]])
            is not None
        )
        paired = len(run) > 1 and clear and not any(_is_common(words, h) for h in run) and _plays(words, run)
        if (
            (len(run) >= 3 and (clear or _squad(words, run)))
            or (headed and clear)
            or paired
            or (any(h in sure for h in run) and len(run) > 1)
        ):
            for h in run:
                if h not in sure:
                    sure[h] = _last_match(h, roster)


def _squad(words: Words, run: list[Hit]) -> bool:
    """`Wood, Bell and Marsh made up the squad`: words all of them, but in capitals, in a report of sport, and neither
    colours, towns nor houses."""
    low = words.passage.lower
    people = [
        h
        for h in run
        if words.get(h.first) not in NO_ACTS and categories("last").get(words.get(h.first)) not in {"place", "first"}
    ]
    return len(people) > 1 and all(words.capital(h.first) for h in run) and is_match(low) and "house" not in low


def _plays(words: Words, run: list[Hit]) -> bool:
    """`Desai & Malik at the back`: two surnames side by side in the report of a match, and no houses or opponents."""
    before, after = words.get(run[0].first - 1), words.get(run[-1].last)
    if before in PLACE_BEFORE | {"against", "beat", "v", "vs", "versus", "host", "hosted", "the"}:
        return False
    return after not in GROUPS | THINGS and is_match(words.passage.lower)
