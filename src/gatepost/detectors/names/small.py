"""Surnames in small letters, as phones write them: `what a save from kenyon`."""

from __future__ import annotations

from gatepost.detectors.names.lexicon import PERSON_VERBS, PLACE_BEFORE, categories
from gatepost.detectors.names.lists import runs
from gatepost.detectors.names.surname_cues import ACTS_OF_PLAY, ARTICLES, KIN, NOT_PUPILS_BEFORE, is_common, report
from gatepost.detectors.names.teams import headed
from gatepost.detectors.names.tokens import Hit, Words

_SMALL = frozenset("we i you they he she who not please can".split())
_BEFORE_VERB = PLACE_BEFORE | ARTICLES | NOT_PUPILS_BEFORE | _SMALL


def in_small_letters(words: Words, hits: list[Hit]) -> set[Hit]:
    """The surnames in small letters that a report's words, an act of play or the list of a team make sure."""
    small = [h for h in hits if _is_small(words, h)]
    if not small:
        return set()
    sure: set[Hit] = set()
    if not any(map(words.capital, range(min(4, len(words))))):
        sure.update(h for h in small if _is_player(words, h))
    for run in runs(words, small):
        if len(run) > 1 and (not sure.isdisjoint(run) or len(run) > 2 or headed(words, run[0].first)):
            sure.update(run)
    if sure:
        sure.update(h for h in small if words.touches(h.last) and words.get(h.last) in PERSON_VERBS)
    return sure


def _is_small(words: Words, h: Hit) -> bool:
    word = words.get(h.first)
    if any(map(words.capital, range(h.first, h.last))) or len(word) + h.last - h.first < 5:
        return word == "o" and h.last - h.first > 1
    return not is_common(words, h) and word not in categories("first")


def _is_player(words: Words, h: Hit) -> bool:
    kin = words.touches(h.last) and words.get(h.last) in KIN and words.get(h.first - 1) in {"the", "both", "our"}
    if kin or report(words, h) == "sure":
        return True
    if not words.touches(h.last) or words.get(h.first - 1) in _BEFORE_VERB:
        return False
    verb = words.get(h.last)
    return verb in ACTS_OF_PLAY or (verb in {"got", "took", "made"} and words.get(h.last + 1).isdigit())
