"""The answer of the engine: an outcome and the reasons it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Cause:
    """A fact that made a clause speak: its path in the situation and its value."""

    fact: str
    value: Any

    def as_json(self) -> dict[str, Any]:
        """Return the contract's form of this cause."""
        return {"fact": self.fact, "value": self.value}


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `[start, end)` of a text fact, in Unicode code points."""

    fact: str
    start: int
    end: int

    def as_json(self) -> list[int]:
        """Return the contract's `[start, end)`."""
        return [self.start, self.end]


@dataclass(frozen=True, slots=True)
class Region:
    """A part of a picture: which of the situation's media, and the box in pixels of the upright original."""

    media: int
    x: int
    y: int
    width: int
    height: int

    def as_json(self) -> dict[str, Any]:
        """Return the contract's form of a region."""
        return {"media": self.media, "x": self.x, "y": self.y, "width": self.width, "height": self.height}


@dataclass(frozen=True, slots=True)
class Fix:
    """A change that a person can accept: replace, remove, blur or ask. A `region` is the place in a picture."""

    kind: str
    where: Span | None = None
    replacement: str | None = None
    role: str | None = None
    fact: str | None = None
    region: Region | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the contract's form, leaving out what this kind of fix does not have."""
        parts = {
            "kind": self.kind,
            "where": where_json(self),
            "with": self.replacement,
            "role": self.role,
            "fact": self.fact,
        }
        return {key: value for key, value in parts.items() if value is not None}


def where_json(of: "Fix | Reason") -> Any:
    """Return the contract's `where`: characters of a text, else a region of a picture, else nothing."""
    place = of.where or of.region
    return None if place is None else place.as_json()


@dataclass(frozen=True, slots=True)
class Reason:
    """One clause's part in a verdict.

    `supports` marks a clause that is cited with the deciding ones but decides nothing itself, such as a
    definition that brings a platform into scope. `also` lists clauses that rest on the same cause. What lies in a
    picture has a `region` in place of `where`.
    """

    answer: str
    outcome: str
    source: str
    ref: str
    strength: str
    says: str
    because: tuple[Cause, ...] = ()
    where: Span | None = None
    route: str | None = None
    fixes: tuple[Fix, ...] = ()
    basis: str = "express"
    supports: bool = False
    also: tuple[str, ...] = ()
    control: str = ""
    region: Region | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the contract's form of a reason."""
        return {
            "answer": self.answer,
            "outcome": self.outcome,
            "source": self.source,
            "ref": self.ref,
            "also": list(self.also),
            "strength": self.strength,
            "says": self.says,
            "because": [cause.as_json() for cause in self.because],
            "where": where_json(self),
            "route": self.route,
            "fixes": [fix.as_json() for fix in self.fixes],
            "supports": self.supports,
        }


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the policies say of one situation."""

    id: str | None
    policy: str
    kind: str
    outcome: str
    route: str | None
    basis: str
    refs: tuple[str, ...]
    answers: Mapping[str, str]
    reasons: tuple[Reason, ...]
    unknown: tuple[str, ...]
    hints: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the contract's verdict object; keys are always in the same order."""
        return {
            "id": self.id,
            "policy": self.policy,
            "kind": self.kind,
            "outcome": self.outcome,
            "route": self.route,
            "basis": self.basis,
            "refs": list(self.refs),
            "answers": dict(self.answers),
            "reasons": [reason.as_json() for reason in self.reasons],
            "unknown": list(self.unknown),
            "hints": list(self.hints),
        }
