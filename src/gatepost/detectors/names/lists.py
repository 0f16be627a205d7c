"""Names in a row: what is sure of one is sure of its neighbours."""

from __future__ import annotations

from gatepost.detectors.names.lexicon import CONNECTORS
from gatepost.detectors.names.tokens import Hit, Words


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
    return join.strip() in {",", "&", "/", "+", ", &"} and neighbour in known


def runs(words: Words, hits: list[Hit]) -> list[list[Hit]]:
    """The hits in rows: each but the first follows its neighbour across a comma or `and`."""
    runs: list[list[Hit]] = []
    for h in sorted(hits, key=lambda h: h.first):
        if runs and is_listed(words, h.first, set(range(runs[-1][-1].first, runs[-1][-1].last)), back=True):
            runs[-1].append(h)
        else:
            runs.append([h])
    return runs
