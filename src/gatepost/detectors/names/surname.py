"""Surnames that stand alone: a pupil only with a cue, such as `Hartley wins`, `the Hartley twins`, a list of a team."""

from __future__ import annotations

import re

from gatepost.detectors.names.following import following
from gatepost.detectors.names.full import Match
from gatepost.detectors.names.leading import leading
from gatepost.detectors.names.lexicon import (
    ACTS,
    NO_ACTS,
    PERSON_VERBS,
    PLACE_BEFORE,
    THINGS,
    WEAK_VERBS,
    beside,
    categories,
)
from gatepost.detectors.names.lists import free, runs
from gatepost.detectors.names.others import belongs_to_another
from gatepost.detectors.names.roster import Roster
from gatepost.detectors.names.tokens import Hit, Words

_KIN = frozenset("twins brothers sisters twin brother sister siblings family boys girls duo triplets".split())

_LIST_LINE = re.compile(r"(?:team|squad|xi|line.?up|scorers?|goals?|players?|starting|subs|results?|runners|winners)\b")

_FEAT = re.compile(
    r"(?:'s)? (?:at the double|on fire|on form|unstoppable|\d+ (?:not out|wickets?|points"
    r"|goals|tries|runs)|with (?:a|the|two|three)"
    r" (?:hat|brace|winner|header|goal|try|late|second|first|stunn|superb)|again\b)|\s?\((?:c|gk|capt|\d+)\b"
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
    if (
        not (words.capital(h.first) or words.capital(h.last - 1))
        or words.passage.shouting
        or len(words.get(h.last - 1)) < 2
    ):
        return False
    return not belongs_to_another(words, h, roster)


def _by_name(words: Words, h: Hit) -> bool:
    before = words.get(h.first - 1)
    return before in {"by", "from"} and (words.get(h.first - 2) in _FEATS or before == "by" or h.last - h.first > 1)


def _is_common(words: Words, h: Hit) -> bool:
    """Whether the surname is also a word or a place; those of two parts, and those that are first names, are not."""
    word = words.get(h.first)
    common = categories("last").get(word, "first") != "first" or word in beside()
    return h.last - h.first == 1 and common


def _surname_cue(words: Words, h: Hit, *, ambiguous: bool) -> bool:
    word = words.get(h.last)
    if ambiguous:
        place = categories("last").get(words.get(h.first)) == "place" or words.get(h.first) in NO_ACTS
        feat = _FEAT.match(words.text[words.end[h.last - 1] : words.end[h.last - 1] + 30].lower()) is not None
        acts = (
            (words.touches(h.last) and word in ACTS)
            or feat
            or (_by_name(words, h) and words.get(h.first - 2) in _FEATS)
        )
        if acts and not place and words.get(h.first - 1) not in {"the", "a", "our"}:
            return True
        return words.get(h.first - 1) == "the" and word in _KIN - {"family", "boys", "girls"} and words.touches(h.last)
    if words.touches(h.last) and word in _KIN:
        return True
    if words.touches(h.last) and word in THINGS:
        return False
    if words.touches(h.last) and word in PERSON_VERBS - WEAK_VERBS:
        return words.get(h.first - 1) not in PLACE_BEFORE
    if _FEAT.match(words.text[words.end[h.last - 1] : words.end[h.last - 1] + 30].lower()) or _by_name(words, h):
        return True
    if leading(words, h.first) in {"praise", "role"} or following(words, h) in {"work", "class"}:
        return words.get(h.first - 1) not in PLACE_BEFORE | {"the"}
    return False


def _spread_surnames(words: Words, weak: list[Hit], sure: dict[Hit, Match], roster: Roster) -> None:
    """A list of three or more surnames is a team; so is a list of two after a word like `scorers`."""
    for run in runs(words, [*weak, *sure]):
        clear = [h for h in run if words.get(h.first) not in categories("last")]
        headed = (
            _LIST_LINE.search(words.passage.lower[max(0, words.start[run[0].first] - 200) : words.start[run[0].first]])
            is not None
        )
        if (len(run) >= 3 and clear) or (headed and clear) or (any(h in sure for h in run) and len(run) > 1):
            for h in run:
                if h not in sure:
                    sure[h] = _last_match(h, roster)
