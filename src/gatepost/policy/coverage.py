"""What carries each point of a policy, and how many points are carried by what, or by nothing."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from gatepost.policy.document import CARRIERS, Carrier, Document, Point


@dataclass(frozen=True, slots=True)
class Row:
    """One point and what carries it. `number` counts the points of a clause from 1."""

    ref: str
    number: int
    strength: str
    says: str
    carriers: tuple[Carrier, ...]

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of carrier, each once, in the order of CARRIERS."""
        held = {carrier.kind for carrier in self.carriers}
        return tuple(kind for kind in CARRIERS if kind in held)


@dataclass(frozen=True, slots=True)
class Coverage:
    """What carries a policy. A point with two kinds of carrier counts under both in `counts`."""

    policy: str
    rows: tuple[Row, ...]
    references: int
    counts: Mapping[str, int]
    nothing: int

    def as_json(self) -> dict[str, Any]:
        """Return the coverage as one object, clause by clause in the order of the document."""
        clauses: dict[str, list[dict[str, Any]]] = {}
        for row in self.rows:
            carriers = [carrier_object(carrier) for carrier in row.carriers]
            point = {"point": row.number, "strength": row.strength, "carriers": carriers}
            clauses.setdefault(row.ref, []).append(point)
        return {
            "policy": self.policy,
            "clauses": [{"ref": ref, "points": points} for ref, points in clauses.items()],
            "references": self.references,
            "points": len(self.rows),
            "carried_by": dict(self.counts),
            "carried_by_nothing": self.nothing,
        }


def coverage(document: Document) -> Coverage:
    """Return what carries each point of a document."""
    rows = tuple(_row(point) for point in document.points)
    counts = Counter(kind for row in rows for kind in row.kinds)
    return Coverage(
        policy=document.head.id,
        rows=rows,
        references=len(document.clauses),
        counts={kind: counts[kind] for kind in CARRIERS},
        nothing=sum(1 for row in rows if not row.carriers),
    )


def _row(point: Point) -> Row:
    return Row(point.ref, point.number, point.strength, point.says, point.carriers)


def carrier_object(carrier: Carrier) -> dict[str, Any]:
    """Return a carrier as an object; a control has its name and every parameter, defaults filled in."""
    if carrier.control is None:
        return {"kind": carrier.kind, **carrier.body}
    parameters = carrier.control.parameters().items()
    plain = {name: list(value) if isinstance(value, tuple) else value for name, value in parameters}
    return {"kind": "control", "name": carrier.control.name, "parameters": plain}
