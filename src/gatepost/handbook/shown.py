"""A policy as a page shows it: every clause, what it says, how strongly, and what carries each part of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gatepost.handbook.carriers import KINDS, Carried, carried, month_words, whom
from gatepost.policy import Document
from gatepost.policy.coverage import coverage
from gatepost.policy.document import Clause, Conflict, Point, Section, Source


@dataclass(frozen=True, slots=True)
class ShownPoint:
    """One demand of a clause. `says` is the owner's wording where the school has entered it; else ours, and `ours`."""

    strength: str
    whom: str
    says: str
    ours: bool
    carried: tuple[Carried, ...]


@dataclass(frozen=True, slots=True)
class ShownClause:
    """A clause under its reference. `conflicts` are the references of clauses that it disagrees with, and on what."""

    ref: str
    points: tuple[ShownPoint, ...]
    sources: tuple[str, ...]
    conflicts: tuple[tuple[str, str], ...]

    @property
    def ours(self) -> bool:
        """Whether all of it is in our words."""
        return all(point.ours for point in self.points)

    @property
    def anchor(self) -> str:
        """What a link to the clause ends in."""
        return f"c-{self.ref}"


@dataclass(frozen=True, slots=True)
class ShownSection:
    """A heading with its clauses."""

    id: str
    title: str
    clauses: tuple[ShownClause, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """How many points are carried by one kind of carrier."""

    kind: str
    name: str
    points: int


@dataclass(frozen=True, slots=True)
class Carrying:
    """What carries a policy as a whole. A point that two kinds carry counts under both."""

    clauses: int
    points: int
    nothing: int
    counts: tuple[Count, ...]


def called(document: Document) -> str:
    """Return what a policy is called, and whose it is: most are called the same."""
    head = document.head
    return f"{head.title} of {head.adopted_by}" if head.adopted_by not in head.title else head.title


def sections(document: Document, *, words: str = "") -> tuple[ShownSection, ...]:
    """Return a policy's sections; with `words`, only the clauses in which each of the words stands."""
    wanted = words.casefold().split()
    found = (_section(section, document.conflicts, wanted) for section in document.sections)
    return tuple(section for section in found if section.clauses)


def carrying(document: Document) -> Carrying:
    """Return how much of a policy is carried by what."""
    whole = coverage(document)
    counts = tuple(Count(kind, KINDS[kind], points) for kind, points in whole.counts.items() if points)
    return Carrying(whole.references, len(whole.rows), whole.nothing, counts)


def _section(section: Section, conflicts: Sequence[Conflict], wanted: list[str]) -> ShownSection:
    shown = (_clause(clause, conflicts) for clause in section.clauses)
    return ShownSection(section.id, section.title, tuple(one for one in shown if _has(one, wanted, section.title)))


def _has(clause: ShownClause, wanted: list[str], title: str) -> bool:
    if not wanted:
        return True
    text = " ".join([title, *_words(clause)]).casefold()
    return all(word in text for word in wanted)


def _words(clause: ShownClause) -> Iterator[str]:
    yield clause.ref
    yield from clause.sources
    for point in clause.points:
        yield from (point.says, point.strength.replace("_", " "), point.whom)
        for one in point.carried:
            yield from (one.name, one.says)


def _clause(clause: Clause, conflicts: Sequence[Conflict]) -> ShownClause:
    disagreeing = [one for one in conflicts if clause.ref in one.between]
    others = tuple((one.between[one.between[0] == clause.ref], one.about) for one in disagreeing)
    sources = tuple(_source(source) for source in clause.sources)
    return ShownClause(clause.ref, tuple(_point(point) for point in clause.points), sources, others)


def _point(point: Point) -> ShownPoint:
    says = point.wording or point.says
    return ShownPoint(
        point.strength, whom(point.who), says, point.wording is None, tuple(carried(one) for one in point.carriers)
    )


def _source(source: Source) -> str:
    parts = [source.title, source.edition, source.paragraph]
    checked = f"checked {month_words(source.checked)}" if source.checked else None
    return ", ".join(part for part in (*parts, checked) if part)
