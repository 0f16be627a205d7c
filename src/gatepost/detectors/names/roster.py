"""The roll, indexed once: every name that its people go by, in one automaton, and who bears which."""

from __future__ import annotations

from collections.abc import Iterable

import ahocorasick

from gatepost.detectors.finding import Finding
from gatepost.detectors.names.fold import fold_name
from gatepost.detectors.names.lexicon import short_forms
from gatepost.detectors.names.person import Person

# Parts of a surname that nobody is known by.
_PARTICLES = frozenset(
    "van der den de la le du da dos di al el ben bin bint ibn ap ab mac mc st von ter o d abu".split()
)
_SHIFT = 32


class Roster:
    """People and the names they go by. Building it is one pass; 100,000 people take under a second.

    The automaton holds each distinct first name and surname once, with a small integer. Which first name goes with
    which surname stands in a table beside it: keys for every full name would be several times as many.
    """

    def __init__(self, people: Iterable[Person], contacts: Iterable[str] = ()) -> None:
        self.people = tuple(people)
        self.contacts = tuple(contacts)
        self.ids: dict[str, int] = {}
        self.firsts: dict[int, list[int]] = {}
        self.lasts: dict[int, list[int]] = {}
        self._halves: dict[int, list[int]] = {}
        self._pairs: dict[int, int | tuple[int, ...]] = {}
        self._shorts: set[int] = set()
        self._first_forms: dict[str, tuple[tuple[int, ...], tuple[int, ...]]] = {}
        self._last_forms: dict[str, tuple[tuple[int, ...], tuple[int, ...]]] = {}
        for i, person in enumerate(self.people):
            self._add(i, person)
        self._add_shorts()
        self.automaton = self._automaton()

    def find(self, text: str) -> tuple[Finding, ...]:
        """The pupils of this roll whom the text names, in order."""
        from gatepost.detectors.names.find import find_names
        from gatepost.detectors.passage import Passage
        from gatepost.detectors.unseen import read_past

        def find(seen: str) -> Iterable[Finding]:
            return (one for one in find_names(Passage(seen, roster=self)) if one.type.startswith("pupil_"))

        found = read_past(text, find)
        return tuple(sorted(found, key=lambda f: (f.start, f.end, f.type)))

    def pair(self, first: int, last: int) -> tuple[int, ...]:
        """The people who bear this first name with this surname, as positions in `people`."""
        found = self._pairs.get(first << _SHIFT | last, ())
        return (found,) if isinstance(found, int) else found

    def is_first(self, name: int) -> bool:
        """Whether this is a first name of somebody, or a short form of one, which counts only beside the surname."""
        return name in self.firsts or name in self._shorts

    def is_surname_part(self, name: int) -> bool:
        """Whether this is half of a surname of two parts, which counts only beside a first name or an initial."""
        return name in self._halves

    def surname_bearers(self, name: int) -> list[int]:
        """The people of this surname, or of a surname that has it as a half."""
        return self.lasts.get(name, []) + self._halves.get(name, [])

    def _add(self, i: int, person: Person) -> None:
        firsts = [self._forms(self._first_forms, person.legal_first)]
        if person.preferred_first and person.preferred_first != person.legal_first:
            firsts.append(self._forms(self._first_forms, person.preferred_first))
        firsts.extend(self._forms(self._first_forms, n) for n in person.nicknames)
        lasts = [self._forms(self._last_forms, person.legal_last)]
        if person.preferred_last and person.preferred_last != person.legal_last:
            lasts.append(self._forms(self._last_forms, person.preferred_last))
        first_ids = firsts[0][0] if len(firsts) == 1 else tuple({n for whole, _ in firsts for n in whole})
        for n in first_ids:
            self.firsts.setdefault(n, []).append(i)
        for whole, halves in lasts:
            for n in whole:
                self.lasts.setdefault(n, []).append(i)
            for n in halves:
                self._halves.setdefault(n, []).append(i)
            self._join(i, first_ids, whole + halves)

    def _add_shorts(self) -> None:
        """`Jess` for a Jessica of the roll: only with her surname, since the roll does not say that she goes by
        it."""
        for long, shorts in short_forms().items():
            people = self.firsts.get(self.ids.get(long, -1), ())
            if people:
                numbers = tuple(self._number(s) for s in shorts)
                self._shorts.update(numbers)
                for i in people:
                    person = self.people[i]
                    lasts = {
                        n for last in (person.legal_last, person.preferred_last) if last for n in self._last_ids(last)
                    }
                    self._join(i, numbers, tuple(lasts))

    def _last_ids(self, last: str) -> tuple[int, ...]:
        whole, halves = self._forms(self._last_forms, last)
        return whole + halves

    def _join(self, i: int, firsts: tuple[int, ...], lasts: tuple[int, ...]) -> None:
        pairs = self._pairs
        for first in firsts:
            for last in lasts:
                held = pairs.setdefault(first << _SHIFT | last, i)
                if held != i:
                    pairs[first << _SHIFT | last] = (*((held,) if isinstance(held, int) else held), i)

    def _forms(
        self, known: dict[str, tuple[tuple[int, ...], tuple[int, ...]]], name: str
    ) -> tuple[tuple[int, ...], tuple[int, ...]]:
        forms = known.get(name)
        if forms is None:
            forms = known[name] = self._make_forms(fold_name(name), given=known is self._first_forms)
        return forms

    def _make_forms(self, name: str, *, given: bool) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The whole name (run together too, as in OBrien), and the halves that may stand for it."""
        if not name or name.isdigit():
            return (), ()
        parts = name.split()
        if len(parts) == 1:
            return (self._number(name),), ()
        whole = {name, "".join(parts)}
        halves = {p for p in parts if len(p) > 1 and p not in _PARTICLES}
        if given:  # a middle name on file is no name that the person goes by
            return tuple(self._number(n) for n in sorted(whole | {p for p in parts[:1] if len(p) > 1})), ()
        return tuple(self._number(n) for n in sorted(whole)), tuple(self._number(n) for n in sorted(halves - whole))

    def _number(self, name: str) -> int:
        return self.ids.setdefault(name, len(self.ids))

    def _automaton(self) -> ahocorasick.Automaton:
        automaton = ahocorasick.Automaton()
        for name, number in self.ids.items():
            automaton.add_word(f" {name} ", (number << 8) + min(len(name), 255))
        if self.ids:
            automaton.make_automaton()
        return automaton
