"""Legible words that are names on the roll: certificates, badges, pegs, shirts, display boards.

Whole names are looked for by their letters alone, because a reader drops spaces and lines break where they please: in
a line, and across two lines of which one stands under or beside the other. A letter or two may be misread in a whole
name and in nothing shorter. What stands alone is a name only where the words of a text would make it one too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from gatepost.detectors.names.fold import fold_name
from gatepost.detectors.names.lexicon import TITLES, categories
from gatepost.detectors.names.person import Person
from gatepost.detectors.names.roster import Roster
from gatepost.detectors.pictures.lines import neighbours, united
from gatepost.detectors.pictures.seen import Box, Seen, Words

NEARLY: Final = 88
"""Of 100: how alike the letters of a misread name and of one on the roll must be (rapidfuzz, ratio)."""
_LEAST: Final = 8
"""Letters of a whole name that may be misread: of fewer, one letter makes another name."""
_LONGEST: Final = 6
"""Words of a line that can be one whole name."""
_MOST: Final = 20
"""More bearers of one name than this say nothing about who is meant."""


@dataclass(frozen=True, slots=True)
class Named:
    """Words in a picture that name somebody on the roll.

    `form` is full, first or surname; `kind` is pupil or staff; `who` are the keys of those whom it may be, none where
    more than twenty bear the name. The box holds the lines that the name stands on.
    """

    box: Box
    text: str
    who: tuple[str, ...]
    form: str
    kind: str
    confidence: float
    why: str


def names_on(seen: Seen, roster: Roster) -> tuple[Named, ...]:
    """Return the names of the roll among the words of a picture, each place once, from the top."""
    found: list[Named] = []
    taken: set[int] = set()
    for places in _groups(seen.words):
        if taken.isdisjoint(places):
            named = _whole([seen.words[i] for i in places], roster)
            if named is not None:
                found.append(named)
                taken.update(places)
    rest = [words for i, words in enumerate(seen.words) if i not in taken]
    badge = any(fold_name(words.text).endswith(_BADGE) for words in seen.words)
    found.extend(named for words in rest if (named := _alone(words, roster, badge=badge)) is not None)
    return tuple(sorted(found, key=lambda named: (named.box.y, named.box.x)))


def _groups(words: Sequence[Words]) -> Iterator[tuple[int, ...]]:
    """Yield single lines first, then lines with a neighbour."""
    yield from ((i,) for i in range(len(words)))
    yield from neighbours(words)


# --- whole names ---


def _whole(lines: Sequence[Words], roster: Roster) -> Named | None:
    text = " ".join(line.text for line in lines)
    runs = [*_runs(lines)]
    spelt = _whole_names(roster)
    sure = min(line.confidence for line in lines)
    for run in runs:
        if run in spelt:
            return _named(lines, text, roster, spelt[run], form="full", confidence=0.98 * sure, why=_EXACT)
    may_be_misread = runs if len(lines) == 1 else _all_of(text)
    near = _nearest([run for run in may_be_misread if len(run) >= _LEAST], spelt)
    if near is None:
        return None
    return _named(lines, text, roster, spelt[near], form="full", confidence=0.85 * sure, why=_NEARLY)


_EXACT: Final = "legible words: first name and surname on the roll"
_NEARLY: Final = "legible words, but for a letter or two: first name and surname on the roll"


def _runs(lines: Sequence[Words]) -> Iterator[str]:
    """Yield the letters of what may be one whole name: words of the one line or across the two, and no title among
    them."""
    words = [fold_name(line.text).split() for line in lines]
    for window in _across(*words) if len(words) == 2 else _windows(words[0]):
        if TITLES.isdisjoint(window):
            yield "".join(window)


def _all_of(text: str) -> list[str]:
    """Return the letters of all of two lines: of less than that, a guess would soon be made. None with a title."""
    words = fold_name(text).split()
    return ["".join(words)] if TITLES.isdisjoint(words) else []


def _across(first: list[str], second: list[str]) -> Iterator[list[str]]:
    """Yield the last words of one line with the first ones of the other, up to three of each."""
    for start in range(max(0, len(first) - 3), len(first)):
        if not start or first[start - 1] not in TITLES:
            yield from (first[start:] + second[:end] for end in range(1, min(3, len(second)) + 1))


def _windows(words: list[str]) -> Iterator[list[str]]:
    """Yield words that follow one another, from a word or after a title on."""
    for start in range(len(words)):
        if not start or words[start - 1] not in TITLES:
            yield from (words[start:end] for end in range(start + 1, min(len(words), start + _LONGEST) + 1))


def _nearest(runs: Sequence[str], spelt: dict[str, tuple[int, ...]]) -> str | None:
    """Return the whole name that comes nearest to what was read, None where none is near enough."""
    from rapidfuzz import fuzz, process

    found = [process.extractOne(run, spelt.keys(), scorer=fuzz.ratio, score_cutoff=NEARLY) for run in runs]
    near = max((hit for hit in found if hit is not None), key=lambda hit: hit[1], default=None)
    return str(near[0]) if near is not None else None


@lru_cache(maxsize=2)
def _whole_names(roster: Roster) -> dict[str, tuple[int, ...]]:
    """Return the letters of every whole name, both ways round → positions on the roll."""
    spelt: dict[str, tuple[int, ...]] = {}
    for place, person in enumerate(roster.people):
        for first, last in _spellings(person):
            for run in {first + last, last + first}:
                if place not in spelt.get(run, ()):
                    spelt[run] = (*spelt.get(run, ()), place)
    return spelt


def _spellings(person: Person) -> Iterator[tuple[str, str]]:
    firsts = {
        fold_name(name).replace(" ", "") for name in (person.legal_first, person.preferred_first, *person.nicknames)
    }
    firsts |= {fold_name(person.legal_first).partition(" ")[0]}
    lasts = {fold_name(name).replace(" ", "") for name in (person.legal_last, person.preferred_last)}
    yield from ((first, last) for first in firsts for last in lasts if first and last)


# --- names that stand alone ---


def _alone(words: Words, roster: Roster, *, badge: bool) -> Named | None:
    """A first name or a surname that is all of a line, as on a badge or a shirt; or named as a text would name it.

    Where a badge says that a name follows, a name that is a word too is one.
    """
    letters = fold_name(words.text)
    number = roster.ids.get(letters)
    if number is not None and words.text[:1].isupper() and len(letters) > 2:
        known = (("first", roster.firsts.get(number)), ("surname", roster.lasts.get(number)))
        for form, bearers in known:
            if bearers and (badge or letters not in categories(_LISTS[form])):
                why = f"legible words: a {_FORMS[form]} on the roll, alone on its line"
                return _named([words], words.text, roster, bearers, form=form, confidence=0.6, why=why)
    return _as_in_text(words, roster)


_BADGE: Final = ("my name is", "i am", "i m", "name")
"""How the line of a badge ends that a name comes after."""
_LISTS: Final = {"first": "first", "surname": "last"}
"""Form → the list of the names of that form that are words, dates or places too."""
_FORMS: Final = {"first": "first name", "surname": "surname"}


def _as_in_text(words: Words, roster: Roster) -> Named | None:
    text = words.text.title() if words.text.isupper() else words.text
    found = [finding for finding in roster.find(text) if finding.confidence >= 0.8]
    if not found:
        return None
    best = max(found, key=lambda finding: (finding.type == "pupil_full", finding.confidence))
    form = best.type.removeprefix("pupil_")
    return Named(words.box, words.text, best.who, form, "pupil", round(best.confidence * words.confidence, 3), best.why)


def _named(
    lines: Sequence[Words],
    text: str,
    roster: Roster,
    bearers: Sequence[int],
    *,
    form: str,
    confidence: float,
    why: str,
) -> Named:
    people = [roster.people[i] for i in bearers]
    pupils = [person for person in people if person.kind != "staff"]
    kind = "pupil" if pupils else "staff"
    keys = tuple(dict.fromkeys(person.key for person in pupils or people))
    box = united([line.box for line in lines])
    return Named(box, text, keys if len(keys) <= _MOST else (), form, kind, round(confidence, 3), why)
