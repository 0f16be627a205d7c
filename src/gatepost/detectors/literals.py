"""What a text must hold for a pattern to match it, read off the pattern: so that most patterns are never tried.

`\\bsore losers?\\b` matches no text without `sore loser`. The pattern is read by the standard library's own parser,
which has no public name (`re._parser`). Only the few kinds of part that phrases are made of are followed; any other is
taken to match anything, so that a pattern is at worst tried too often, never too seldom.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from re import _parser  # type: ignore[attr-defined]
from typing import Any

import ahocorasick

_MOST = 100  # strings that a part of a pattern may stand for; one that stands for more is taken to match anything
_NONE: frozenset[str] = frozenset()
_EMPTY = frozenset([""])


@dataclass(frozen=True, slots=True)
class _Part:
    """Of a part of a pattern: all strings that it can match, and strings of which every match holds one.

    Either is empty where there is no telling.
    """

    exact: frozenset[str] = _NONE
    needed: frozenset[str] = _NONE


class Shortlist:
    """Which of some patterns may match a text: one pass over the text tells for all of them."""

    def __init__(self, patterns: Iterable[str]) -> None:
        holders: dict[str, list[int]] = defaultdict(list)
        self._always: list[int] = []
        for number, pattern in enumerate(patterns):
            literals = needed(pattern)
            for literal in literals:
                holders[literal].append(number)
            if not literals:
                self._always.append(number)
        self._literals = ahocorasick.Automaton()
        for literal, numbers in holders.items():
            self._literals.add_word(literal, numbers)
        self._literals.make_automaton()

    def of(self, text: str) -> list[int]:
        """Return the numbers, in order, of the patterns that may match somewhere in this text."""
        numbers = set(self._always)
        if self._literals:
            for _, holders in self._literals.iter(text):
                numbers.update(holders)
        return sorted(numbers)


def needed(pattern: str) -> frozenset[str]:
    """Return strings of which every text that the pattern matches holds one; none where there is no telling."""
    parsed = _parser.parse(pattern)
    return _NONE if parsed.state.flags & re.IGNORECASE else _sequence(parsed).needed


def _sequence(items: Iterable[Any]) -> _Part:
    """Parts one after another: their strings are joined while they are few, and then begun afresh."""
    run, best, whole = _EMPTY, _NONE, True
    for kind, value in items:
        part = _part(kind, value)
        if part.exact and len(run) * len(part.exact) <= _MOST:
            run = frozenset([a + b for a in run for b in part.exact])
        else:
            best, whole = _rarest(best, _exactly(run).needed, part.needed), False
            run = part.exact or _EMPTY
    return _exactly(run) if whole else _Part(needed=_rarest(best, _exactly(run).needed))


def _part(kind: Any, value: Any) -> _Part:
    match kind:
        case _parser.LITERAL:
            return _character(value)
        case _parser.AT | _parser.ASSERT | _parser.ASSERT_NOT:  # matches no character
            return _exactly([""])
        case _parser.IN if all(member == _parser.LITERAL for member, _ in value):
            return _exactly(chr(code) for _, code in value)
        case _parser.SUBPATTERN if not value[1]:  # with no flag of its own
            return _sequence(value[3])
        case _parser.BRANCH:
            return _branch([_sequence(way) for way in value[1]])
        case _parser.MAX_REPEAT | _parser.MIN_REPEAT:
            return _repeat(*value)
    return _Part()


@cache
def _character(code: int) -> _Part:
    return _exactly([chr(code)])


def _branch(ways: list[_Part]) -> _Part:
    if all(way.exact for way in ways):
        return _exactly(string for way in ways for string in way.exact)
    if all(way.needed for way in ways):
        return _Part(needed=_NONE.union(*(way.needed for way in ways)))
    return _Part()


def _repeat(least: int, most: int, items: Iterable[Any]) -> _Part:
    part = _sequence(items)
    if least == most == 1:
        return part
    if (least, most) == (0, 1) and part.exact:
        return _exactly([*part.exact, ""])
    return _Part(needed=part.needed) if least else _Part()


def _exactly(strings: Iterable[str]) -> _Part:
    every = frozenset(strings)
    return _Part(every if len(every) <= _MOST else _NONE, _NONE if "" in every else every)


def _rarest(*choices: frozenset[str]) -> frozenset[str]:
    """The choice of which the fewest texts are likely to hold one: few strings, and long."""
    return min(filter(None, choices), key=lambda strings: sum(4.0 ** -len(s) for s in strings), default=_NONE)
