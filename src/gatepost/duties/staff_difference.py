"""What a list of staff would change at a school: a difference, computed before anything is written."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.utils import timezone

from gatepost.duties.leaving_checks import check_can_begin
from gatepost.duties.models import Leaving
from gatepost.duties.staff_list import Remark, Said, opened, read
from gatepost.schools.checks import check_can_give
from gatepost.schools.errors import NotAllowed, UnableTo
from gatepost.schools.models import Person
from gatepost.schools.roles import role_name
from gatepost.schools.seat import Seat
from gatepost.schools.staff import roles_now

STATES: Final = ("new", "changed", "leaving", "same")


@dataclass(frozen=True, slots=True)
class Change:
    """What one row does: `person` is None for somebody new, `gives` are roles, `leaves` the last day to record."""

    said: Said
    person: Person | None
    gives: tuple[str, ...]
    retitles: bool
    leaves: date | None

    @property
    def state(self) -> str:
        """One of STATES; whoever leaves is counted among those, whatever else changes."""
        if self.leaves:
            return "leaving"
        if self.person is None or not self.person.is_active:
            return "new"
        return "changed" if self.gives or self.retitles else "same"

    @property
    def says(self) -> str:
        """What it does, in words."""
        parts = [f"becomes {', '.join(map(role_name, self.gives))}"] if self.gives else []
        parts += [f"job title: {self.said.post_title}"] if self.retitles else []
        parts += [f"leaves on {self.leaves:%-d %B %Y}"] if self.leaves else []
        return "; ".join(parts)


@dataclass(frozen=True, slots=True)
class Difference:
    """All that a list would do. `missing` work here and are not on it: nothing happens to them."""

    changes: tuple[Change, ...]
    errors: tuple[Remark, ...]
    remarks: tuple[Remark, ...]
    missing: tuple[Person, ...]

    def count(self, state: str) -> int:
        """Return how many rows are in a state."""
        return sum(one.state == state for one in self.changes)

    @property
    def digest(self) -> str:
        """What tells whether the same list would do the same still."""
        told = [(one.said.row, one.said.email, one.state, one.says, one.person.pk if one.person else 0)
                for one in self.changes]  # fmt: skip
        return hashlib.sha256(repr((told, self.errors)).encode()).hexdigest()


def difference(data: bytes, *, seat: Seat, at: datetime) -> Difference:
    """Return what a list would change at the school of `seat`. Nobody is matched by a name. Raises Unreadable."""
    listed, reading = read(opened(data)), _Reading(seat, at)
    changes: list[Change] = []
    errors, remarks = list(listed.errors), []
    for said in listed.rows:
        try:
            change = reading.change(said)
        except (UnableTo, NotAllowed) as why:
            errors.append(Remark(said.row, str(why)))
            continue
        remarks += [Remark(said.row, words) for words in reading.remarks(said)]
        changes += [change] if change else []
    on_it = {said.email for said in listed.rows}
    missing = () if errors else tuple(one for one in reading.here() if one.email not in on_it)
    return Difference(tuple(changes), tuple(sorted(errors, key=lambda one: one.row)), tuple(remarks), missing)


class _Reading:
    """A list against those who are here: four queries, and three more for each who leaves."""

    def __init__(self, seat: Seat, at: datetime) -> None:
        self.seat, self.at, self.today = seat, at, timezone.localdate(at)
        self.people = {one.email: one for one in Person.objects.filter(trust=seat.school.trust_id)}
        self.names = {one.name.casefold(): one for one in self.people.values() if one.is_active}
        self.held: dict[int, set[str]] = {}
        self.local: set[int] = set()
        for row in roles_now(seat.school, at=at):
            self.held.setdefault(row.person_id, set()).add(row.role)
            self.local |= {row.person_id} if row.school_id else set()
        going = Leaving.objects.of(seat.school).filter(done_at__isnull=True, withdrawn_at__isnull=True)
        self.going = dict(going.values_list("person", "last_day"))

    def change(self, said: Said) -> Change | None:
        """Return what a row does; None where it is not yet, or no longer, anything to do."""
        person = self.people.get(said.email)
        if person is None and Person.objects.filter(email=said.email).exists():
            raise UnableTo("This address belongs to somebody outside the trust. Check it.")
        new = person is None or not person.is_active
        if new and ((said.leaves and said.leaves < self.today) or (said.starts and said.starts > self.today)):
            return None
        held = set() if person is None else self.held.get(person.pk, set())
        wanted = said.roles or (() if held else ("staff",))
        gives = tuple(dict.fromkeys(role for role in wanted if role not in held))
        for role in gives:
            check_can_give(self.seat, role)
        retitles = bool(not new and person and said.post_title and person.post_title != said.post_title)
        return Change(said, person, gives, retitles, self._leaves(said, person, new=new))

    def _leaves(self, said: Said, person: Person | None, *, new: bool) -> date | None:
        if said.leaves is None or (person is not None and self.going.get(person.pk) == said.leaves):
            return None
        if person is not None and person.pk in self.going:
            day = f"{self.going[person.pk]:%-d %B %Y}"
            raise UnableTo(f"It is recorded that they leave on {day}. Take that back first, or correct the list.")
        if person is not None and not new:
            check_can_begin(person, last_day=said.leaves, why="leaves", seat=self.seat, at=self.at)
        return said.leaves

    def remarks(self, said: Said) -> Iterator[str]:
        """Yield what to know about a row that can be read."""
        person, same = self.people.get(said.email), self.names.get(said.name.casefold())
        new = person is None or not person.is_active
        if new and said.leaves and said.leaves < self.today:
            yield f"{said.name} has left already and is not added."
        elif new and said.starts and said.starts > self.today:
            yield f"{said.name} starts on {said.starts:%-d %B %Y}. Give the list in again from that day on."
        if person is None and same is not None:
            yield f"Somebody called {same.name} is here with another address. If it is them, correct the list."
        extra = sorted(self.held.get(person.pk, set()) - set(said.roles)) if person and said.roles else []
        if extra:
            yield f"{said.name} is {', '.join(map(role_name, extra))} too, which the list does not say. That stays."

    def here(self) -> Iterator[Person]:
        """Yield those who hold a role of the school itself."""
        found = (one for one in self.people.values() if one.pk in self.local and one.is_active)
        yield from sorted(found, key=lambda one: one.name)
