"""What a roll would change: who joins, who returns, whose details change, who is missing.

Whoever has the name of somebody on the roll, and no number that says who it is, is never put on it twice unseen.
Whoever a list marks as deleted is missing from it, also where it does not have everybody.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from gatepost.consents.imports.choices import NEW, Choices
from gatepost.consents.imports.pupils import Found, Roll
from gatepost.consents.imports.rolls import NUMBERS, Enrolled, RollRead
from gatepost.consents.imports.said import Choice, Remark, in_order

ONE = 1
"""Pupils who leave without a question, however few a school has: of a school of one, one is more than half."""
_KEPT = frozenset({*NUMBERS, "dob"})
"""What an empty cell does not take away: it only says that this list does not have it."""


@dataclass(frozen=True, slots=True)
class RollDifference:
    """Pupils to add; by key what to change; how many stay as they are; who is missing from a full list.

    `same` is how many rows of `review` are of a pupil with the same name, year and class. `asks` is how many are on the
    roll, where nobody has said yet that the missing, who are more than half of them, have left.
    """

    added: tuple[Enrolled, ...]
    changed: Mapping[int, Mapping[str, Any]]
    unchanged: int
    missing: tuple[int, ...]
    review: tuple[Remark, ...]
    same: int = 0
    asks: int = 0

    def counts(self) -> dict[str, int]:
        """Return how many there are of each."""
        return {"added": len(self.added), "changed": len(self.changed), "unchanged": self.unchanged,
                "missing": len(self.missing)}  # fmt: skip

    def choices(self) -> tuple[Choice, ...]:
        """Return what only a person can say of the list as a whole."""
        made = []
        if self.asks:
            left = f"{len(self.missing)} of {self.asks} pupils would be off the roll by this list. Have they all left?"
            made.append(Choice("missing", "missing_have_left", left, ("true", "false"), rows=len(self.missing)))
        if self.same:
            ask = "Are the rows that agree with somebody on the roll in name, year and class those pupils?"
            made.append(Choice("same", "same", ask, ("true", "false"), rows=self.same))
        return tuple(made)


def roll_difference(
    read: RollRead, roll: Roll, *, held: Mapping[int, Mapping[str, Any]], on_roll: Set[int], choices: Choices,
    today: date,
) -> RollDifference:  # fmt: skip
    """Return what a roll would change. `held` are the fields of every pupil of the school, by key."""
    added, changed, unchanged, review = [], dict[int, Mapping[str, Any]](), 0, []
    seen, perhaps = set[int](), set[int]()
    found_by_row = {one.row: _found(one, roll, choices) for one in read.pupils}
    same = _same(read, found_by_row, roll, held)
    for one in read.pupils:
        found = found_by_row[one.row]
        key = same.get(one.row) if choices.same else found.key
        key = found.key if key is None else key
        if key is None and found.why:
            review.append(Remark(one.row, _ALREADY if one.row in same else found.why, found.like))
            perhaps.update(found.like)
        elif key is None:
            added.append(one)
        elif key in seen:
            review.append(Remark(one.row, "Another row of this list is of the same pupil.", (key,)))
        else:
            seen.add(key)
            changes = _changes(one.fields, held[key], today=today)
            changed |= {key: changes} if changes else {}
            unchanged += not changes
    missing = (on_roll if choices.full else _gone(read, roll, choices, review) & on_roll) - seen - perhaps
    most = len(missing) > ONE and len(missing) * 2 > len(on_roll)
    asks = len(on_roll) if most and not choices.missing_have_left else 0
    return RollDifference(
        tuple(added), changed, unchanged, tuple(sorted(missing)), in_order(review), 0 if choices.same else len(same),
        asks,
    )  # fmt: skip


def _gone(read: RollRead, roll: Roll, choices: Choices, review: list[Remark]) -> set[int]:
    """Return who surely is marked as deleted. Rows whose numbers leave that in doubt are added to `review`."""
    gone = set[int]()
    for one in read.gone:
        said = choices.matches.get(one.row, "")
        if said == NEW or not (said or roll.holders(one.who)):
            continue  # nobody of this school
        found = roll.find(one.who, said=said)
        gone |= set() if found.key is None else {found.key}
        review += [Remark(one.row, f"It is marked as deleted. {found.why}", found.like)] if found.key is None else []
    return gone


_ALREADY = (
    "Stands on the roll already, with this name, year and class, and without the number of this row: say whether it is "
    "the same pupil."
)


def _found(one: Enrolled, roll: Roll, choices: Choices) -> Found:
    """Return who a row is of, by what a person said and else by its numbers; without a word where it is a new pupil.

    A number stays with whoever has it, whatever a person said.
    """
    said = choices.matches.get(one.row, "")
    holders = roll.holders(one.who)
    if said == NEW and not holders:
        return Found(None)
    found = roll.find(one.who, said="" if said == NEW else said)
    if found.key is None and not said and not found.like:
        return Found(None)
    if found.key is not None and holders - {found.key}:
        return Found(None, "One of its numbers is another pupil’s. Put it right in the MIS.", tuple(sorted(holders)))
    return found if found.key is not None or found.like else replace(found, like=roll.alike(one.who))


def _same(
    read: RollRead, found: Mapping[int, Found], roll: Roll, held: Mapping[int, Mapping[str, Any]]
) -> dict[int, int]:  # fmt: skip
    """Return by row the one pupil who has its name, year and class, where no other row has them too."""
    unknown = (one for one in read.pupils if found[one.row].like and not roll.holders(one.who))
    alike = {one.row: _in_class(one, found[one.row].like, held) for one in unknown}
    one_each = {row: keys[0] for row, keys in alike.items() if len(keys) == 1}
    rows = Counter(one_each.values())
    return {row: key for row, key in one_each.items() if rows[key] == 1}


def _in_class(one: Enrolled, keys: Iterable[int], held: Mapping[int, Mapping[str, Any]]) -> list[int]:
    told = {name: one.fields[name] for name in ("year", "class_name") if one.fields.get(name) not in (None, "")}
    return [key for key in keys if told and all(held[key][name] == value for name, value in told.items())]


def _changes(fields: Mapping[str, Any], held: Mapping[str, Any], *, today: date) -> dict[str, Any]:
    """Return which fields of a pupil change. Whoever had left and stands in the list again has not left."""
    made = {name: value for name, value in fields.items() if value or name not in _KEPT}
    left = held["left_on"]
    if "left_on" not in made and left is not None and left < today:
        made["left_on"] = None
    return {name: value for name, value in made.items() if held[name] != value}
