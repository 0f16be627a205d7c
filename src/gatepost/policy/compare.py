"""Where two policies differ, parameter by parameter, each value with the clauses that hold it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Any, Final

from gatepost.policy.controls.base import Control, listed
from gatepost.policy.controls.table import CONTROLS
from gatepost.policy.document import Document, Month

_HEAD: Final = {
    "adopted_by": "adopted by",
    "body": "adopted by a school or a trust",
    "owner": "owner",
    "approver": "approver",
    "reviewer": "reviewer",
    "version": "version",
    "approved": "approved",
    "last_review": "last review",
    "next_review": "next review",
    "interval_months": "months between reviews",
    "people": "people bound",
    "platforms": "platforms named",
    "consent_items": "permission asked for",
    "pupil_answers_from_age": "age from which a pupil answers",
}
"""What stands at the head of a document, in plain words."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A value in plain words, and the clauses that state it."""

    value: str
    refs: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the value and its references."""
        return {"value": self.value, "refs": list(self.refs)}


@dataclass(frozen=True, slots=True)
class Difference:
    """One parameter on which two policies differ. `a` or `b` is empty where that policy says nothing of it.

    `about` is `head`, `channels` or a control's name; `parameter` is empty where a control is in only one of them.
    """

    about: str
    parameter: str
    says: str
    a: tuple[Stated, ...]
    b: tuple[Stated, ...]

    @property
    def only(self) -> str | None:
        """`a` or `b` where only that one says something, else None."""
        return None if self.a and self.b else "a" if self.a else "b"

    def as_json(self) -> dict[str, Any]:
        """Return the difference as an object."""
        return {
            "about": self.about,
            "parameter": self.parameter or None,
            "says": self.says,
            "only": self.only,
            "a": [stated.as_json() for stated in self.a],
            "b": [stated.as_json() for stated in self.b],
        }


@dataclass(frozen=True, slots=True)
class Comparison:
    """The differences of two policies: their heads first, then the catalogue's controls in its order."""

    a: str
    b: str
    differences: tuple[Difference, ...]
    same: int

    def as_json(self) -> dict[str, Any]:
        """Return the comparison as one object. `same` counts parameters that both have and agree on."""
        found = [difference.as_json() for difference in self.differences]
        return {"a": self.a, "b": self.b, "same": self.same, "differences": found}


def compare(a: Document, b: Document) -> Comparison:
    """Return where the two documents differ."""
    rows = [*_heads(a, b), *_channels(a, b)]
    for name, kind in CONTROLS.items():
        rows += _control(kind, _instances(a, name), _instances(b, name))
    differing = tuple(row for row in rows if _values(row.a) != _values(row.b))
    return Comparison(a.head.id, b.head.id, differing, same=len(rows) - len(differing))


def _values(stated: Sequence[Stated]) -> frozenset[str]:
    return frozenset(item.value for item in stated)


def _heads(a: Document, b: Document) -> Iterator[Difference]:
    for key, says in _HEAD.items():
        values = [_stated_head(getattr(document.head, key)) for document in (a, b)]
        if any(values):
            yield Difference("head", key, says, *values)


def _stated_head(value: Any) -> tuple[Stated, ...]:
    return (Stated(in_words(value)),) if value not in (None, ()) else ()


def _channels(a: Document, b: Document) -> Iterator[Difference]:
    """Yield a row for each platform that stands in a table of official accounts."""
    rows = (*a.head.channels, *b.head.channels)
    for platform in dict.fromkeys(channel.platform for channel in rows):
        yield Difference("channels", platform, f"accounts on {platform}", _rows(a, platform), _rows(b, platform))


def _rows(document: Document, platform: str) -> tuple[Stated, ...]:
    held: dict[str, list[str]] = {}
    for channel in document.head.channels:
        if channel.platform == platform:
            posters = f"posted on by {listed(channel.posters, last='and')}" if channel.posters else "no posters named"
            closed = f", closed {channel.closed}" if channel.closed else ""
            held.setdefault(f"{posters}{closed}", []).append(channel.ref)
    return tuple(Stated(value, tuple(refs)) for value, refs in held.items())


def _instances(document: Document, name: str) -> list[tuple[str, Control]]:
    """Return each use of a control with its clause."""
    return [
        (point.ref, carrier.control)
        for point in document.points
        for carrier in point.carriers
        if carrier.control is not None and carrier.control.name == name
    ]


def _control(kind: type[Control], a: list[tuple[str, Control]], b: list[tuple[str, Control]]) -> Iterator[Difference]:
    if not a and not b:
        return
    if not a or not b or not fields(kind):
        says = " ".join((kind.__doc__ or "").split("\n\n")[0].split())
        yield Difference(kind.name, "", says, _explained(a), _explained(b))
        return
    for item in fields(kind):
        if item.name not in ("lifts", "rests_on"):  # references of one policy mean nothing in another
            says = item.metadata["says"]
            yield Difference(kind.name, item.name, says, _stated(a, item.name), _stated(b, item.name))


def _explained(instances: list[tuple[str, Control]]) -> tuple[Stated, ...]:
    return _grouped([(control.explain(), ref) for ref, control in instances])


def _stated(instances: list[tuple[str, Control]], name: str) -> tuple[Stated, ...]:
    return _grouped([(in_words(getattr(control, name)), ref) for ref, control in instances])


def _grouped(values: Sequence[tuple[str, str]]) -> tuple[Stated, ...]:
    held: dict[str, list[str]] = {}
    for value, ref in values:
        held.setdefault(value, []).append(ref)
    return tuple(Stated(value, tuple(dict.fromkeys(refs))) for value, refs in held.items())


def in_words(value: Any) -> str:
    """Return a parameter's value as a person reads it; a list in the order of the alphabet."""
    if value is None or value == ():
        return "none named"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return listed(tuple(sorted(value)), last="and")
    if isinstance(value, int | Month):
        return str(value)
    return " or ".join(part.replace("+", " and ").replace("_", " ") for part in str(value).split("|"))
