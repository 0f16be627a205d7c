"""Finding what an everyday question is about: TF-IDF of words and of their 3- to 5-letter pieces, compared by cosine.

Pieces of letters forgive endings, plurals and slips of the finger. Among the methods tried on policy clauses they found
the right control most often (requirements, detectors, section E). A score orders topics; it decides nothing else.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Final

from gatepost.policy.ask.topics import topics

_WORD: Final = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")
_SIZES: Final = (3, 4, 5)
_BEST_SHARE: Final = 0.2
"""How much the nearest phrasing counts beside the topic's phrasings taken together."""
_RARITY: Final = 0.4
"""The power of a feature's rarity. It stands on both sides of a comparison, so that it counts twice."""
_WEIGHTS: Final = {"piece": 1.0, "word": 4.0, "pair": 2.0}
"""Chosen, as the two numbers above, on staff's questions (`asked.txt`), each third answered from the other two."""

Vector = dict[str, float]


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be found: its name and every way of putting it."""

    name: str
    wordings: tuple[str, ...]


@cache
def alike() -> Mapping[str, str]:
    """Return the table of words for the same thing: each word → the one that stands for it."""
    text = files("gatepost.policy.ask").joinpath("alike.txt").read_text("utf-8")
    rows = (line.partition(":") for line in text.splitlines() if line and not line.startswith("#"))
    return {word: standing for standing, _, others in rows for word in others.split()}


def words(text: str) -> list[str]:
    """Return the words of a text, in small letters, words for the same thing made one."""
    same = alike()
    plain = text.casefold().replace("’", "'").replace("e-mail", "email")
    return [same.get(word, word) for word in _WORD.findall(plain)]


def features(text: str) -> Counter[str]:
    """Return the words of a text, their pairs and their pieces, counted. A sign marks words off from pieces."""
    found: Counter[str] = Counter()
    sequence = words(text)
    found.update(f"={first} {second}" for first, second in pairwise(sequence))
    for word in sequence:
        found[f"={word}"] += 1
        padded = f" {word} "
        for size in _SIZES:
            found.update(padded[at : at + size] for at in range(len(padded) - size + 1))
    return found


class Index:
    """An index over entries, made once and asked often."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)
        counted = [[features(wording) for wording in entry.wordings] for entry in self.entries]
        seen = Counter(name for parts in counted for name in {name for part in parts for name in part})
        self.idf = {name: math.log(1 + len(self.entries) / count) ** _RARITY for name, count in seen.items()}
        self.parts = [[self.vector(part) for part in parts] for parts in counted]
        self.wholes = [self.vector(sum(parts, Counter())) for parts in counted]

    def vector(self, counted: Counter[str]) -> Vector:
        """Return a vector of length 1; what no entry holds has no weight."""
        weights = {
            name: (1 + math.log(count)) * self.idf[name] * _WEIGHTS[kind(name)]
            for name, count in counted.items()
            if name in self.idf
        }
        length = math.sqrt(sum(weight * weight for weight in weights.values()))
        return {name: weight / length for name, weight in weights.items()} if length else {}

    def ranked(self, question: str) -> list[tuple[float, str]]:
        """Return every entry with its score between 0 and 1, the nearest first; ties in the order of the entries."""
        asked = self.vector(features(question))
        scored = []
        for at, entry in enumerate(self.entries):
            best = max((cosine(asked, part) for part in self.parts[at]), default=0.0)
            score = _BEST_SHARE * best + (1 - _BEST_SHARE) * cosine(asked, self.wholes[at])
            scored.append((-score, at, entry.name))
        return [(-score, name) for score, _, name in sorted(scored)]


def kind(feature: str) -> str:
    """Return whether a feature is a word, a pair of words or a piece of one."""
    if feature[0] != "=":
        return "piece"
    return "pair" if " " in feature else "word"


def cosine(a: Vector, b: Vector) -> float:
    """Return the cosine of two vectors of length 1."""
    if len(b) < len(a):
        a, b = b, a
    return sum(weight * b[name] for name, weight in a.items() if name in b)


@cache
def catalogue() -> Index:
    """Return the index over the table of topics."""
    return Index(Entry(topic.name, topic.wordings()) for topic in topics())
