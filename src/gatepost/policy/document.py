"""A policy document: who adopted it, its dates, and its clauses with what carries each point."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from gatepost.policy.controls.base import Control
from gatepost.policy.errors import Place

CARRIERS = ("control", "question", "route", "record", "duty", "acknowledge", "guidance")
"""What can carry a point. Shown in this order by `policy coverage`."""


@dataclass(frozen=True, slots=True)
class Month:
    """A date printed as a month, or as a day when the text gives one."""

    year: int
    month: int
    day: int | None = None

    def first_day(self) -> date:
        """Return the day it starts: the printed day, else the first of the month."""
        return date(self.year, self.month, self.day or 1)

    def last_day(self) -> date:
        """Return the day it ends: the printed day, else the last of the month (the kinder reading)."""
        if self.day:
            return date(self.year, self.month, self.day)
        following = date(self.year + self.month // 12, self.month % 12 + 1, 1)
        return date.fromordinal(following.toordinal() - 1)

    def plus_months(self, months: int) -> "Month":
        """Return the month this many months later, keeping no day."""
        total = self.year * 12 + self.month - 1 + months
        return Month(total // 12, total % 12 + 1)

    def __str__(self) -> str:
        day = f"-{self.day:02}" if self.day else ""
        return f"{self.year}-{self.month:02}{day}"


@dataclass(frozen=True, slots=True)
class Channel:
    """A row of the document's table of official accounts."""

    platform: str
    ref: str
    name: str | None = None
    address: str | None = None
    master_admin: str | None = None
    posters: tuple[str, ...] = ()
    opened: Month | None = None
    closed: Month | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two clauses that disagree, as the document's editor states it.

    `decides` is true where the disagreement changes outcomes, so that a verdict resting on it says `conflict`.
    """

    between: tuple[str, str]
    about: str
    decides: bool = True


@dataclass(frozen=True, slots=True)
class Slip:
    """A drafting slip, template leftover or dated reference that lint reports."""

    refs: tuple[str, ...]
    kind: str
    says: str


@dataclass(frozen=True, slots=True)
class Source:
    """What a baseline clause cites: document, edition, paragraph, when checked and how sure."""

    title: str
    edition: str | None = None
    paragraph: str | None = None
    in_force: Month | None = None
    checked: Month | None = None
    confidence: str = "secondary"


@dataclass(frozen=True, slots=True)
class Carrier:
    """What carries a point. `control` is set for controls; `body` holds what the other carriers say."""

    kind: str
    body: Mapping[str, Any]
    control: Control | None = None
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """One atomic demand of a clause.

    `near` names facts (`fact`, `fact=value`, `topic~word`, `kind=comment`, or `unbound` for somebody outside the
    policy's scope) for which this is the clause to cite where the policy is silent.
    """

    ref: str
    number: int
    strength: str
    who: tuple[str, ...]
    says: str
    wording: str | None
    reading: str
    carriers: tuple[Carrier, ...]
    place: Place
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Clause:
    """One stable reference with its points. `answer` and `sources` are for the statutory baseline."""

    ref: str
    points: tuple[Point, ...]
    place: Place
    answer: str = "allowed"
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the clauses under it."""

    id: str
    title: str
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """What stands once at the head of a document and is shared by its clauses."""

    id: str
    title: str
    note: str
    adopted_by: str
    body: str
    nation: str
    owner: str | None = None
    approver: str | None = None
    reviewer: str | None = None
    supplements: str | None = None
    version: str | None = None
    approved: Month | None = None
    last_review: Month | None = None
    next_review: Month | None = None
    interval_months: int | None = None
    people: tuple[str, ...] = ()
    platforms: tuple[str, ...] = ()
    consent_items: tuple[str, ...] = ()
    pupil_answers_from_age: int | None = None
    channels: tuple[Channel, ...] = ()
    ours: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A whole policy as read from its file."""

    head: Head
    sections: tuple[Section, ...]
    conflicts: tuple[Conflict, ...] = ()
    slips: tuple[Slip, ...] = ()
    file: str = ""
    digest: str = ""
    places: Mapping[str, Place] = field(default_factory=dict)

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """Every clause, in the order of the document."""
        return tuple(clause for section in self.sections for clause in section.clauses)

    @property
    def points(self) -> tuple[Point, ...]:
        """Every point, in the order of the document."""
        return tuple(point for clause in self.clauses for point in clause.points)
