"""Whole names without a space between, and without a hashtag: OliverHartley, oliverhartley.jpg, oliver-hartley."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from gatepost.detectors.names.fold import fold_name, humps
from gatepost.detectors.names.full import Match
from gatepost.detectors.names.lexicon import TITLES, categories
from gatepost.detectors.names.roster import Roster
from gatepost.detectors.passage import Passage

_WORD = re.compile(r"#\w+|([^\W\d_]{6,60})")
"""What stands in a hashtag is read there."""
_LINKED = re.compile(r"(?<![\w#])[^\W\d_]{2,30}(?:[-.\u2010\u2011][^\W\d_]{1,30}){1,4}")
_LINK = re.compile(r"(?<=[-.\u2010\u2011])")
_FIRST, _LAST, _WHOLE = 3, 4, 9
"""Letters of a first name, a surname and both, at least, where no capital shows the join: `willing` is no Will Ing."""
_PARTS = 3
"""Parts between capitals that a surname has at most: MateoVanDerBerg."""
_PLACES = frozenset("borough burgh bury town ville shire land field ford stone house minster mouth pool".split())
"""What the names of places end in that begin with a first name."""
_WHY = "first name and surname on the roll, written as one word"
_WHY_LINKED = "first name and surname on the roll, with a hyphen or a full stop between"


def joined_names(passage: Passage, roster: Roster) -> Iterator[Match]:
    """Whole names that are one word, or linked; `first` and `last` are offsets into the text here."""
    text = passage.text
    for m in _LINKED.finditer(text):
        if (found := _at_links(text, m, roster)) and not _titled(text, found[1]):
            people, start, end = found
            yield Match(start, end, people, "full", 0.9, _WHY_LINKED)
    for m in _WORD.finditer(text):
        word = m.group(1)
        if word is None:
            continue
        if word.islower() or word.isupper() or word[1:].islower():
            found = _in_one_case(word, roster) if len(word) >= _WHOLE else None
        else:
            found = _at_capitals(text, m.start(), m.end(), roster)
        if found and not _titled(text, m.start()):
            people, start, end = found
            yield Match(m.start() + start, m.start() + end, people, "full", 0.9, _WHY)


_Found = tuple[tuple[int, ...], int, int]


def _at_capitals(text: str, start: int, end: int, roster: Roster) -> _Found | None:
    """Return whose name stands between capitals, and from where to where in the word: the longest from the left."""
    found = _between(text, [start, *sorted(humps(text, start, end)), end], roster)
    return (found[0], found[1] - start, found[3] - start) if found else None


def _at_links(text: str, word: re.Match[str], roster: Roster) -> _Found | None:
    """Return whose name is linked, and from where to where in the text; in small letters no surname that is a word."""
    cuts = [word.start(), *(word.start() + link.start() for link in _LINK.finditer(word.group())), word.end()]
    found = _between(text, cuts, roster)
    if found is None:
        return None
    people, start, join, end = found
    last = fold_name(text[join:end])
    if not text[join].isupper() and (last in categories("last") or last in _PLACES):
        return None
    return people, start, end if end == word.end() else end - 1  # without the link to what follows


def _between(text: str, cuts: list[int], roster: Roster) -> tuple[tuple[int, ...], int, int, int] | None:
    """Return whose name stands between some of these cuts: from where, where its surname begins, and to where."""
    for i, join in combinations(range(len(cuts) - 1), 2):
        first = roster.ids.get(fold_name(text[cuts[i] : cuts[join]]))
        if first is None or not roster.is_first(first):
            continue
        for to in cuts[join + _PARTS : join : -1]:
            last = roster.ids.get(fold_name(text[cuts[join] : to]))
            if last is not None and (people := roster.pair(first, last)):
                return people, cuts[i], cuts[join], to
    return None


def _in_one_case(word: str, roster: Roster) -> _Found | None:
    """Return whose name is the whole of the word, where the surname is not a word, a place or the end of one too."""
    run = fold_name(word)
    if len(run) != len(word) or run in roster.ids:
        return None
    for cut in range(_FIRST, len(run) - _LAST + 1):
        first = roster.ids.get(run[:cut])
        if first is None or first not in roster.firsts:
            continue
        last = roster.ids.get(run[cut:])
        if last is None or run[cut:] in categories("last") or run[cut:] in _PLACES:
            continue
        if people := roster.pair(first, last):
            return people, 0, len(word)
    return None


def _titled(text: str, start: int) -> bool:
    before = text[max(0, start - 12) : start].rstrip(" .").rpartition(" ")[2]
    return fold_name(before) in TITLES
