"""Wording found by phrase: what the detectors of tone and content share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from gatepost.detectors.finding import Finding
from gatepost.detectors.passage import Passage


@dataclass(frozen=True, slots=True)
class Phrase:
    """One pattern over the lower-case text, with what it means, how sure, and what makes it innocent around it."""

    pattern: re.Pattern[str]
    why: str
    confidence: float = 0.8
    unless: re.Pattern[str] | None = None


def phrase(pattern: str, why: str, *, confidence: float = 0.8, unless: str = "") -> Phrase:
    """A phrase of a detector; `pattern` is in small letters, `unless` is looked for in the same sentence."""
    return Phrase(re.compile(pattern), why, confidence, re.compile(unless) if unless else None)


def phrase_finder(
    kind: str, *, triggers: frozenset[str], phrases: tuple[Phrase, ...]
) -> Callable[[Passage], Iterator[Finding]]:
    """A `find` over these phrases that stops at once when none of the trigger words stands in the text."""

    def find(passage: Passage) -> Iterator[Finding]:
        if not passage.has_any(triggers):
            return
        taken = bytearray(len(passage.lower))
        for p in phrases:
            for m in p.pattern.finditer(passage.lower):
                if m.end() == m.start() or any(taken[m.start() : m.end()]):
                    continue
                if p.unless is None or not p.unless.search(sentence_at(passage, m.start(), m.end())):
                    taken[m.start() : m.end()] = b"\1" * (m.end() - m.start())
                    yield Finding(kind, m.start(), m.end(), p.confidence, p.why)

    return find


def sentence_at(passage: Passage, start: int, end: int) -> str:
    """The sentence or line around a span, in small letters; at most 300 characters to either side."""
    low = passage.lower
    left = max(start - 300, *(low.rfind(c, max(0, start - 300), start) + 1 for c in ".!?\n"), 0)
    ends = [at for c in ".!?\n" if (at := low.find(c, end, end + 300)) >= 0]
    return low[left : min(ends, default=min(len(low), end + 300))]
