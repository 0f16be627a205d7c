"""One clause of a trust and the school's restatement of it: what may be said more strictly, and what loosens."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Any, Final

from gatepost.policy.compile import binds
from gatepost.policy.controls.base import Control
from gatepost.policy.directions import WORDS, loosens
from gatepost.policy.document import Carrier, Clause, Document, Point
from gatepost.policy.errors import Place, Problem

LADDERS: Final = (
    (("information",), ("strongly_advised",), ("should_not",), ("must_not", "will_not")),
    (("information",), ("may",), ("should",), ("must", "will")),
)
"""Strengths from weak to strong, of what is ruled out and of what is asked. Those of one rung are equal; a
definition stands on none and stays what it is."""

STRENGTH_NARROWS: Final = frozenset({"others_material"})
"""Controls that read a weak strength as speaking to more cases, so that raising it would let some go."""


def may_rise(before: str, after: str) -> bool:
    """Tell whether a strength stays equal or rises on one ladder."""
    if before == after:
        return True
    for ladder in LADDERS:
        rungs = {strength: rung for rung, strengths in enumerate(ladder) for strength in strengths}
        if before in rungs and after in rungs:
            return rungs[after] >= rungs[before]
    return False


@dataclass(frozen=True, slots=True)
class Pair:
    """A clause of the trust and its restatement, with the documents they stand in. `people` are the groups in scope."""

    trust: Document
    school: Document
    before: Clause
    after: Clause

    @property
    def theirs(self) -> str:
        """The trust's clause with its place, for a message."""
        place = self.before.place
        return f"clause `{self.before.ref}` of `{self.trust.head.id}` ({place.file}:{place.line})"

    def problem(self, place: Place, message: str, hint: str) -> Problem:
        """Return a loosening that names both clauses; `message` follows the school's."""
        mine = f"Clause `{self.after.ref}` ({self.after.place.file}:{self.after.place.line})"
        return Problem(place, f"{mine} {message} {self.theirs}.", hint)

    def faults(self, scope: Document) -> Iterator[Problem]:
        """Yield every loosening. `scope` is the combined document, whose head says who is bound."""
        if self.after.answer not in (self.before.answer, "allowed"):
            message = f"gives the answer `{self.after.answer}`, and not `{self.before.answer}` as"
            yield self.problem(self.after.place, message, "Take `answer` out.")
        for before, after in zip(self.before.points, self.after.points, strict=False):
            yield from self._strength(before, after)
            yield from self._people(before, after, scope)
            for old, new in matched(before, after):
                if new is not None:
                    yield from self._parameters(old, new)

    def _strength(self, before: Point, after: Point) -> Iterator[Problem]:
        narrows = any(old.control and old.control.name in STRENGTH_NARROWS for old in before.carriers)
        if not may_rise(before.strength, after.strength) or (narrows and before.strength != after.strength):
            message = f"says `{after.strength}` in point {before.number}, where `{before.strength}` is said by"
            stronger = [strength for ladder in LADDERS for rung in ladder for strength in rung]
            risen = [strength for strength in dict.fromkeys(stronger) if may_rise(before.strength, strength)]
            allowed = [] if narrows else risen
            hint = (
                f"A strength may only rise: write {' or '.join(f'`{word}`' for word in allowed or [before.strength])}."
            )
            yield self.problem(after.place, message, hint)

    def _people(self, before: Point, after: Point, scope: Document) -> Iterator[Problem]:
        lost = sorted(binds(before, scope) - binds(after, scope)) if after.who else []
        if lost:
            message = f"no longer binds {' and '.join(lost)} in point {before.number}, whom it binds in"
            yield self.problem(after.place, message, "Leave `who` out to bind the same people, or add to them.")

    def _parameters(self, old: Carrier, new: Carrier) -> Iterator[Problem]:
        before, after = control_of(old), control_of(new)
        for item in fields(before):
            values = getattr(before, item.name), getattr(after, item.name)
            direction = item.metadata["stricter"]
            if loosens(before.name, item.name, direction=direction, before=values[0], after=values[1]):
                message = f"sets `{item.name}` of `{before.name}` to {written(values[1])}, where it is "
                hint = f"For `{item.name}` {WORDS[direction]}: keep {written(values[0])} or go further that way."
                fixed = f"Write {written(values[0])}: {WORDS['fixed']}."
                place = new.place or self.after.place
                yield self.problem(place, f"{message}{written(values[0])} in", fixed if direction == "fixed" else hint)

    def joined(self) -> Clause:
        """Return the clause that holds in the school: restated points as restated, the others as they stand."""
        pairs = zip(self.before.points, self.after.points, strict=False)
        points = [_joined(before, after) for before, after in pairs]
        points += self.before.points[len(points) :]
        more = self.after.points[len(self.before.points) :]
        points += [replace(point, number=len(self.before.points) + at) for at, point in enumerate(more, 1)]
        sources = tuple(dict.fromkeys((*self.before.sources, *self.after.sources)))
        return replace(self.after, points=tuple(points), answer=self.before.answer, sources=sources)

    def added(self) -> Iterator[Carrier]:
        """Yield the controls that the school adds to the clause."""
        for before, after in zip(self.before.points, self.after.points, strict=False):
            yield from added(before, after)
        for point in self.after.points[len(self.before.points) :]:
            yield from point.carriers


def written(value: Any) -> str:
    """Return a parameter's value as it stands in a document."""
    if isinstance(value, tuple):
        return f"[{', '.join(value)}]"
    return "nothing" if value is None else f"`{str(value).lower() if isinstance(value, bool) else value}`"


def control_of(carrier: Carrier) -> Control:
    """Return a carrier's control. Raises ValueError for a carrier of another kind."""
    if carrier.control is None:
        raise ValueError(f"a {carrier.kind} is no control")
    return carrier.control


def matched(before: Point, after: Point) -> list[tuple[Carrier, Carrier | None]]:
    """Return each control of a trust's point with its restatement: the school's next one of the same name."""
    left = [carrier for carrier in after.carriers if carrier.control]
    pairs: list[tuple[Carrier, Carrier | None]] = []
    for carrier in before.carriers:
        if carrier.control is not None:
            name = carrier.control.name
            restated = next((item for item in left if item.control and item.control.name == name), None)
            left = [item for item in left if item is not restated]
            pairs.append((carrier, restated))
    return pairs


def added(before: Point, after: Point) -> list[Carrier]:
    """Return what the school's point carries beyond restating the trust's."""
    restated = [id(new) for _, new in matched(before, after)]
    held = [(carrier.kind, carrier.body) for carrier in before.carriers if carrier.control is None]
    return [
        carrier
        for carrier in after.carriers
        if id(carrier) not in restated and (carrier.kind, carrier.body) not in held
    ]


def _joined(before: Point, after: Point) -> Point:
    """Return a point with the trust's carriers, restated where they are, and the school's additional ones."""
    news = {id(old): new for old, new in matched(before, after) if new is not None}
    kept = [news.get(id(carrier), carrier) for carrier in before.carriers]
    return replace(
        after,
        number=before.number,
        who=after.who or before.who,
        wording=after.wording or before.wording,
        near=tuple(dict.fromkeys((*before.near, *after.near))),
        carriers=(*kept, *added(before, after)),
    )
