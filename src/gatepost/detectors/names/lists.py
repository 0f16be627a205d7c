"""Names in a row: what is sure of one is sure of its neighbours."""

from __future__ import annotations

import re

from gatepost.detectors.names.lexicon import CONNECTORS
from gatepost.detectors.names.tokens import Hit, Words

_JOINS = frozenset({",", "&", "/", "+", ", &", ";", "|", "•", "·"})
# What stands between the names of a team: `Singh 2, Ahmed`, `Hesketh 71* and Rao`, or a line's end and a bullet.
_FIGURE = r"(?: ?\(?(?:[x×] ?)?\d{1,3}(?:[-/]\d{1,3})?[*']?(?: ?(?:pens?|pts|mins?|g|t))?\)?)?"
_BETWEEN = re.compile(
    rf"{_FIGURE}(?: ?(?:,|;|/|\||&|\+|•|·) ?(?:(?:and|&|plus|with) )?| (?:and|plus|with|n) "
    r"|[,;.]?[ \t]{0,3}\n[ \t]{0,3}(?:(?:[-*•·>]|\d{1,2}[.)]?)[ \t]{0,3})?)",
    re.IGNORECASE,
)


def free(hits: list[Hit], names: dict[int, list[int]], taken: set[int]) -> list[Hit]:
    """The hits of these names that are not taken; the longest where several begin together."""
    best: dict[int, Hit] = {}
    for h in hits:
        if h.name in names and taken.isdisjoint(range(h.first, h.last)):
            held = best.get(h.first)
            if held is None or h.last > held.last:
                best[h.first] = h
    return list(best.values())


def is_listed(words: Words, at: int, known: set[int], *, back: bool) -> bool:
    """Whether a known name is the neighbour across a comma, an ampersand or `and`."""
    step = -1 if back else 1
    neighbour = at - 1 if back else at
    join = words.gap(at)
    if words.get(neighbour) in CONNECTORS and words.gap(neighbour if back else neighbour + 1).strip(" ,") == "":
        return join.strip(" ,") == "" and neighbour + step in known
    return neighbour in known and join.strip() in _JOINS


def runs(words: Words, hits: list[Hit]) -> list[list[Hit]]:
    """The hits in rows: each but the first follows its neighbour across a comma, `and`, a figure or a line's end."""
    runs: list[list[Hit]] = []
    for h in sorted(hits, key=lambda h: h.first):
        if runs and _BETWEEN.fullmatch(words.text, words.end[runs[-1][-1].last - 1], words.start[h.first]):
            runs[-1].append(h)
        else:
            runs.append([h])
    return runs
