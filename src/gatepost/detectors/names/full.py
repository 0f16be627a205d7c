"""Whole names: first name and surname of one person, in any order and dress, and initial with surname."""

from __future__ import annotations

from dataclasses import dataclass

from gatepost.detectors.names.fold import fold_name
from gatepost.detectors.names.lexicon import ACTS, PERSON_VERBS, PRAISE, THINGS, TITLES, categories, word_list
from gatepost.detectors.names.roster import Roster
from gatepost.detectors.names.tokens import Hit, Words


@dataclass(frozen=True, slots=True)
class Match:
    """Words that name people of the roll: `form` is full, initialled-surname or first-and-initial."""

    first: int
    last: int
    people: tuple[int, ...]
    form: str
    confidence: float
    why: str


def full_names(words: Words, hits: list[Hit], roster: Roster, taken: set[int]) -> list[Match]:
    """Every whole name among the words not taken; where two overlap, the longer."""
    hits = [h for h in hits if taken.isdisjoint(range(h.first, h.last))]
    firsts = [h for h in hits if roster.is_first(h.name)]
    lasts: dict[int, list[Hit]] = {}
    for h in hits:
        if h.name in roster.lasts or roster.is_surname_part(h.name):
            lasts.setdefault(h.first, []).append(h)
    found: list[Match] = []
    for first in firsts:
        found.extend(_forward(words, first, lasts, roster))
        found.extend(_backward(words, first, lasts, roster))
    return _longest(found)


def initialled(words: Words, hits: list[Hit], roster: Roster, taken: set[int]) -> list[Match]:
    """`O. Hartley` and `Oliver H.`, where the roll has somebody whom that fits."""
    found: list[Match] = []
    for h in hits:
        if taken.isdisjoint(range(h.first, h.last)) and words.capital(h.first):
            found.extend(_initial_surname(words, h, roster))
            found.extend(_first_initial(words, h, roster))
            found.extend(_surname_initial(words, h, roster))
    return _longest(found)


def _forward(words: Words, first: Hit, lasts: dict[int, list[Hit]], roster: Roster) -> list[Match]:
    found, at = [], first.last
    for between in range(3):  # a middle name, an initial or a nickname in quotation marks may stand between
        if not _joined(words, at, between):
            break
        for last in lasts.get(at, ()) or _owned(words, at, roster):
            people = roster.pair(first.name, last.name)
            if people and _dressed(words, first, last):
                why = "first name and surname on the roll" + (", with a middle name between" if between else "")
                found.append(Match(first.first, last.last, people, "full", 0.98 if not between else 0.93, why))
        if not words.capital(at) or words.get(at) in TITLES:
            break
        at += 1
    return found


def _owned(words: Words, at: int, roster: Roster) -> list[Hit]:
    """`hope mbathas stall`: a surname whose possessive has lost its apostrophe."""
    word = words.get(at)
    if len(word) < 5 or not word.endswith("s") or word[:-1] in categories("last"):
        return []
    number = roster.ids.get(word[:-1])
    return [] if number is None or number not in roster.lasts else [Hit(number, at, at + 1)]


def _joined(words: Words, at: int, between: int) -> bool:
    if not 0 < at < len(words):
        return False
    gap = words.gap(at)
    if words.touches(at):
        return True
    if gap in {". ", ".", " ("} and (between or gap == " ("):
        return len(words.get(at - 1)) == 1 or gap == " ("
    return gap.strip(" ") in {'"', "'", ")", "(", "-"} and 0 < len(gap) <= 3 and gap not in {"-", "'"}


def _backward(words: Words, first: Hit, lasts: dict[int, list[Hit]], roster: Roster) -> list[Match]:
    """`Hartley, Oliver` as lists print it, and `HARTLEY Oliver` as information systems do."""
    at = first.first
    gap = words.gap(at) if at else ""
    comma = gap.strip(" ") == "," and len(gap) <= 3
    found = []
    for start in range(max(0, at - 4), at):
        for last in lasts.get(start, ()):
            if last.last != at or not (people := roster.pair(first.name, last.name)):
                continue
            shouted = words.touches(at) and words.text[words.start[start] : words.end[at - 1]].isupper()
            if (comma or (shouted and not words.passage.shouting)) and words.capital(start) and words.capital(at):
                found.append(Match(start, first.last, people, "full", 0.95, "surname then first name, as on a list"))
    return found


def _dressed(words: Words, first: Hit, last: Hit) -> bool:
    """A name of which both halves are words needs both its capitals, or praise just before it."""
    if words.capital(first.first) and words.capital(last.last - 1):
        if not words.passage.shouting or not _is_word(words, first, last):
            return True
        doubt = categories("first").get(words.word[first.first])
        acts = words.get(last.last) in PERSON_VERBS or (doubt == "word" and words.get(last.last) not in THINGS)
        return acts or _praised(words, first.first)
    if _is_word(words, first, last):
        return _praised(words, first.first) or _acts_in_small(words, first, last)
    return True


def _acts_in_small(words: Words, first: Hit, last: Hit) -> bool:
    """`our tallest grant wolf rang the bell`: a text without capitals, and what follows is an act of a person."""
    acts = words.get(last.last) in ACTS | word_list("sport") | {
        "made",
        "wrote",
        "sang",
        "read",
        "led",
        "spoke",
        "danced",
    }
    casual = not any(map(words.capital, range(max(0, first.first - 6), min(len(words), last.last + 3))))
    return acts and casual and words.get(first.first - 1) not in _CLAUSE


_CLAUSE = frozenset("we i you they to a an of in the hope hopes will would can may might could should must let".split())


def _is_word(words: Words, first: Hit, last: Hit) -> bool:
    return any(words.word[i] in categories("first") for i in range(first.first, first.last)) and any(
        categories("last").get(words.word[i], "first") != "first" for i in range(last.first, last.last)
    )


def _praised(words: Words, i: int) -> bool:
    before = words.get(i - 1)
    return before in PRAISE or (before in {"to", "for", "by"} and words.get(i - 2) in PRAISE | {"thanks"})


def _initial_surname(words: Words, h: Hit, roster: Roster) -> list[Match]:
    letter, at = words.get(h.first - 1), h.first - 1
    if len(letter) != 1 or not words.capital(at) or words.gap(h.first) not in {". ", ".", " "}:
        return []
    if words.gap(at).endswith("'") or (letter in {"i", "a"} and "." not in words.gap(h.first)):
        return []
    if words.get(at - 1) in TITLES:
        return []
    if len(words.get(at - 1)) == 1 and words.capital(at - 1) and words.gap(at) in {".", ". "}:
        letter, at = words.get(at - 1), at - 1
    people = tuple(i for i in roster.surname_bearers(h.name) if _starts(roster, i, letter, surname=False))
    if not people:
        return []
    return [Match(at, h.last, people, "full", 0.9, "initial and surname of somebody on the roll")]


def _surname_initial(words: Words, h: Hit, roster: Roster) -> list[Match]:
    """`Wisniewski, L.` as results print it."""
    letter, bare = words.get(h.last), words.gap(h.last) == " "
    if len(letter) != 1 or not words.capital(h.last) or not (bare or words.gap(h.last) in {", ", ","}):
        return []
    if bare:
        result = words.gap(h.last + 1).startswith((" (", ",", ";", "\n")) or words.get(h.last + 1).isdigit()
        if not result or words.get(h.first) in categories("last") or words.get(h.first) in categories("first"):
            return []
    elif not words.gap(h.last + 1).startswith((".", ";", ",", ")", " (", "\n")) and h.last + 1 < len(words):
        return []
    people = tuple(i for i in roster.surname_bearers(h.name) if _starts(roster, i, letter, surname=False))
    if not people or h.name not in roster.lasts:
        return []
    return [Match(h.first, h.last + 1, people, "full", 0.88, "surname with an initial, as results print it")]


def _first_initial(words: Words, h: Hit, roster: Roster) -> list[Match]:
    letter = words.get(h.last)
    if len(letter) != 1 or not words.capital(h.last) or not words.touches(h.last):
        return []
    after = words.gap(h.last + 1)
    if after.startswith(("'", "-", "/")) or (letter == "i" and not after.startswith((".", ","))):
        return []
    people = tuple(i for i in roster.firsts.get(h.name, ()) if _starts(roster, i, letter, surname=True))
    if not people or not (words.get(h.first) not in categories("first") or after.startswith((".", ",", ")", " ("))):
        return []
    return [Match(h.first, h.last + 1, people, "full", 0.9, "first name on the roll with the initial of a surname")]


def _starts(roster: Roster, i: int, letter: str, *, surname: bool) -> bool:
    p = roster.people[i]
    names = (p.legal_last, p.preferred_last) if surname else (p.legal_first, p.preferred_first, *p.nicknames)
    return any(part[0] == letter for n in names for part in fold_name(n).split())


def _longest(found: list[Match]) -> list[Match]:
    kept: list[Match] = []
    taken: set[int] = set()
    for m in sorted(found, key=lambda m: (m.first - m.last, m.first)):
        if taken.isdisjoint(range(m.first, m.last)):
            taken.update(range(m.first, m.last))
            kept.append(m)
    return kept
