"""Surnames in the lists of teams, and again after their first mention: what is sure of one is sure of the rest."""

from __future__ import annotations

import re

from gatepost.detectors.names.lexicon import GROUPS, NO_ACTS, PLACE_BEFORE, THINGS, categories
from gatepost.detectors.names.lists import runs
from gatepost.detectors.names.surname_cues import COLOURS, is_common, unplaced
from gatepost.detectors.names.tokens import Hit, Words

_LINE = (
    r"(?:team|squad|xi|line.?up|(?:goal.?)?scorers?|goals?|players?|starting|subs|wickets?|tries|points|prefects|runners"
    r"|winners|batting|bowling|defence|midfield|attack|ratings)"
)
LIST_LINE = re.compile(rf"(?:{_LINE}|results?)\b")
_HEAD = re.compile(rf"\b{_LINE}(?: \w+){{0,3}} ?[:-]\s*\Z")


def team_mates(words: Words, weak: list[Hit], sure: set[Hit]) -> set[Hit]:
    """Of the doubtful hits, those in a list of three or more, in a list of two after a word like `scorers`, or in a
    list with a sure one."""
    found: set[Hit] = set()
    for run in runs(words, [*weak, *sure]):
        if (len(run) > 1 and not sure.isdisjoint(run)) or _is_team(words, run):
            found.update(run)
    return found - sure


def again(words: Words, weak: list[Hit], sure: set[Hit]) -> set[Hit]:
    """Of the doubtful hits, those of a surname that is sure elsewhere in the text (`Conversions: Price 3`), and those
    whom a sure one met or passed to (`Fisher beat Lane`)."""
    if not weak or not sure:
        return set()
    names, ends = {h.name for h in sure}, {h.last for h in sure}
    found = {h for h in weak if h.name in names and unplaced(words, h) and (words.match or not is_common(words, h))}
    for h in sorted(weak, key=lambda h: h.first) if words.match else ():
        met = words.get(h.first - 1) in _MEETS and h.first - 1 in ends
        if met and words.touches(h.first) and words.touches(h.first - 1):
            found.add(h)
            ends.add(h.last)
    return found


_MEETS = frozenset("beat beats bt def to past over against v vs found finds".split())


def headed(words: Words, at: int) -> bool:
    """Whether a word like `scorers` or `squad` stands somewhat before word `at`."""
    return LIST_LINE.search(words.passage.lower[max(0, words.start[at] - 200) : words.start[at]]) is not None


def _is_team(words: Words, run: list[Hit]) -> bool:
    clear = any(words.get(h.first) not in categories("last") for h in run)
    if len(run) >= 3 and (clear or _squad(words, run)):
        return True
    if clear and headed(words, run[0].first):
        return True
    if len(run) > 1 and _HEAD.search(words.passage.lower, 0, words.start[run[0].first]) and _squad(words, run, least=1):
        return True
    return len(run) > 1 and clear and not any(is_common(words, h) for h in run) and _play_together(words, run)


def _squad(words: Words, run: list[Hit], *, least: int = 2) -> bool:
    """`Wood, Bell and Marsh made up the squad`: words all of them, but in capitals, in a report of sport, and neither
    colours, towns nor houses."""
    people = [
        h
        for h in run
        if words.get(h.first) not in NO_ACTS and categories("last").get(words.get(h.first)) not in {"place", "first"}
    ]
    if len(people) < least or "house" in words.passage.lower or words.passage.has_any(COLOURS):
        return False
    return words.match and all(words.capital(h.first) for h in run)


def _play_together(words: Words, run: list[Hit]) -> bool:
    """`Desai & Malik at the back`: two surnames side by side in the report of a match, and no houses or opponents."""
    before, after = words.get(run[0].first - 1), words.get(run[-1].last)
    if before in PLACE_BEFORE | {"against", "beat", "v", "vs", "versus", "host", "hosted", "the"}:
        return False
    return after not in GROUPS | THINGS and words.match
