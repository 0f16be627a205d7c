"""Wording found by phrase: what the detectors of tone and content share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from gatepost.detectors.finding import Finding
from gatepost.detectors.literals import Shortlist
from gatepost.detectors.passage import Passage

_compiled = cache(re.compile)  # most phrases are never tried, so each is made ready when it first is


@dataclass(frozen=True, slots=True)
class Phrase:
    """One pattern over the lower-case text, with what it means, how sure, and what makes it innocent around it.

    `whole` says that the finding is the clause that holds the words, not the words alone.
    """

    pattern: str
    why: str
    confidence: float = 0.8
    unless: str = ""
    whole: bool = True


def phrase(pattern: str, why: str, *, confidence: float = 0.8, unless: str = "", whole: bool = True) -> Phrase:
    """A phrase of a detector; `pattern` is in small letters, `unless` is looked for in the same sentence."""
    return Phrase(pattern, why, confidence, unless, whole)


def phrase_finder(
    kind: str, *, triggers: frozenset[str], phrases: tuple[Phrase, ...], every_and: bool = False
) -> Callable[[Passage], Iterator[Finding]]:
    """A `find` over these phrases that stops at once when none of the trigger words stands in the text.

    Findings in one clause, or in clauses side by side, are one finding. With `every_and`, `and` always ends a clause:
    two claims joined by it are two.
    """

    @cache
    def shortlist() -> Shortlist:
        return Shortlist(p.pattern for p in phrases)

    def find(passage: Passage) -> Iterator[Finding]:
        if not passage.has_any(triggers):
            return
        found: list[Finding] = []
        for number in shortlist().of(passage.lower):
            p = phrases[number]
            for start, end in _matches(p, passage):
                span = clause_at(passage, start, end, every_and=every_and) if p.whole else (start, end)
                found.append(Finding(kind, *span, p.confidence, p.why))
        if found:
            yield from _joined(found, passage.lower)

    return find


def _matches(p: Phrase, passage: Passage) -> Iterator[tuple[int, int]]:
    for m in _compiled(p.pattern).finditer(passage.lower):
        start, end = m.span()
        if end > start and not (p.unless and _compiled(p.unless).search(sentence_at(passage, start, end))):
            yield start, end


def _joined(found: list[Finding], text: str) -> list[Finding]:
    """The findings in order; those that overlap, or that only a comma parts, as one."""
    kept: list[Finding] = []
    for f in sorted(found, key=lambda f: (f.start, f.end)):
        last = kept[-1] if kept else None
        if last and (f.start < last.end or text[last.end : f.start].strip(" ") == ","):
            best = max(last, f, key=lambda x: x.confidence)
            kept[-1] = replace(best, start=last.start, end=max(last.end, f.end))
        else:
            kept.append(f)
    return kept


_SUBJECT = (
    r"(?:i|we|you|he|she|it|they|this|that|there|the|our|my|your|his|her|their|today"
    r"|here)(?:'\w+)?\b(?! \w+(?:,|\.|!|$))"
)
_STOP = (
    r"[.!?:](?=[\s\"')]|\Z)|[\n;()]|(?: at| on| via| from)? (?=https?://|www\.)|,(?=\s)|\s-{1,2}\s"
    r"|[\u2600-\u27bf\U0001f300-\U0001faff]"
)
_CLAUSE = re.compile(rf"{_STOP}|\s(?:and|but|so|because|cos|although|though|while)\s(?={_SUBJECT})")
_CLAUSE_AND = re.compile(rf"{_STOP}|\s(?:and|but|so|because|cos|although|though|while)\s")
_LINK = re.compile(r"(?: at| on| via| from)? (?=https?://|www\.)")
_REACH = 140


def clause_at(passage: Passage, start: int, end: int, *, every_and: bool = False) -> tuple[int, int]:
    """The clause around a span: to the next stop, comma or joining word on either side, at most 140 characters off."""
    low, pattern = passage.lower, _CLAUSE_AND if every_and else _CLAUSE
    link = _LINK.search(low, start + 1, min(len(low), end + 8))  # some patterns read on to the end of the sentence
    if link and link.start() < end:
        end = link.start()
    left = max(0, start - _REACH)
    for m in pattern.finditer(low, left, min(len(low), start + 20)):  # a joining word is known by what follows it
        if m.end() > start:
            break
        left = m.end()
    after = pattern.search(low, end, min(len(low), end + _REACH))
    right = after.start() if after else min(len(low), end + _REACH)
    if low[end - 1] in ".!?\n":  # the pattern has read to the stop itself
        right = end
    while left < start and not low[left].isalnum():
        left += 1
    while right > end and low[right - 1].isspace():
        right -= 1
    return min(left, start), max(right, end)


def sentence_at(passage: Passage, start: int, end: int) -> str:
    """The sentence or line around a span, in small letters; at most 300 characters to either side."""
    low = passage.lower
    left = max(start - 300, *(low.rfind(c, max(0, start - 300), start) + 1 for c in ".!?\n"), 0)
    ends = [at for c in ".!?\n" if (at := low.find(c, end, end + 300)) >= 0]
    return low[left : min(ends, default=min(len(low), end + 300))]
