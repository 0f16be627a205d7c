"""What a roll would change: who joins, who returns, whose details change, who is missing."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from datetime import date
from typing import Any

from gatepost.consents.imports.choices import Choices
from gatepost.consents.imports.pupils import Roll
from gatepost.consents.imports.rolls import NUMBERS, Enrolled, RollRead
from gatepost.consents.imports.said import Remark

_KEPT = frozenset({*NUMBERS, "dob"})
"""What an empty cell does not take away: it only says that this list does not have it."""


@dataclass(frozen=True, slots=True)
class RollDifference:
    """Pupils to add; by key what to change; keys of those who return; unchanged; missing from a full list."""

    added: tuple[Enrolled, ...]
    changed: Mapping[int, Mapping[str, Any]]
    unchanged: int
    missing: tuple[int, ...]
    review: tuple[Remark, ...]

    def counts(self) -> dict[str, int]:
        """Return how many there are of each."""
        return {"added": len(self.added), "changed": len(self.changed), "unchanged": self.unchanged,
                "missing": len(self.missing)}  # fmt: skip


def roll_difference(
    read: RollRead, roll: Roll, *, held: Mapping[int, Mapping[str, Any]], on_roll: Set[int], choices: Choices,
    today: date,
) -> RollDifference:  # fmt: skip
    """Return what a roll would change. `held` are the fields of every pupil of the school, by key."""
    added, changed, unchanged, review = [], dict[int, Mapping[str, Any]](), 0, []
    seen: set[int] = set()
    for one in read.pupils:
        found = roll.find(one.who, said=choices.matches.get(one.row, ""))
        if found.key is None and found.like:
            review.append(Remark(one.row, found.why, found.like))
            seen.update(found.like)
        elif found.key is None:
            added.append(one)
        elif found.key in seen:
            review.append(Remark(one.row, "Another row of this list is of the same pupil.", (found.key,)))
        else:
            seen.add(found.key)
            changes = _changes(one.fields, held[found.key], today=today)
            changed |= {found.key: changes} if changes else {}
            unchanged += not changes
    missing = tuple(sorted(on_roll - seen)) if choices.full else ()
    return RollDifference(tuple(added), changed, unchanged, missing, tuple(review))


def _changes(fields: Mapping[str, Any], held: Mapping[str, Any], *, today: date) -> dict[str, Any]:
    """Return which fields of a pupil change. Whoever had left and stands in the list again has not left."""
    made = {name: value for name, value in fields.items() if value or name not in _KEPT}
    left = held["left_on"]
    if "left_on" not in made and left is not None and left < today:
        made["left_on"] = None
    return {name: value for name, value in made.items() if held[name] != value}
