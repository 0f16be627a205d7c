"""Which pupil each answer of a list is about, and which of two answers about one pupil counts."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from gatepost.consents.imports.choices import Choices
from gatepost.consents.imports.givers import kind_of
from gatepost.consents.imports.pupils import Roll, Who, folded_name
from gatepost.consents.imports.said import Remark, Said, Understood
from gatepost.consents.imports.types import Cover
from gatepost.consents.imports.words import GRANTED, REFUSED, UNKNOWN, WITHDRAWN

_SEVERITY: Final = {WITHDRAWN: 0, REFUSED: 1, UNKNOWN: 2, GRANTED: 3}


class Slot(NamedTuple):
    """Whose word about what: the pupil, what is shown and where, whether a parent or the pupil, and their name."""

    key: int
    cover: Cover
    kind: str
    giver: str


@dataclass(frozen=True, slots=True)
class Placed:
    """The answers of a list by slot, who stands in which row, and the rows that somebody must look at.

    `perhaps` are pupils who may stand in one of those rows, so that nobody says they are missing. `responsible` has, by
    pupil and folded name, the answer that says whether its giver has parental responsibility: the no of two.
    """

    answers: dict[Slot, Said]
    keys: dict[int, int]
    review: tuple[Remark, ...]
    perhaps: frozenset[int] = frozenset()
    responsible: Mapping[tuple[int, str], Said] = field(default_factory=dict)


def placed(read: Understood, roll: Roll, choices: Choices) -> Placed:
    """Return the answers of those pupils who are surely known. Of two answers of one slot the safer one counts."""
    keys: dict[int, int] = {}
    review: list[Remark] = []
    for row, who in read.whos.items():
        found = roll.find(who, said=choices.matches.get(row, ""))
        if found.key is None:
            review.append(Remark(row, found.why, found.like))
        else:
            keys[row] = found.key
    answers, twice = _answers(read.said, keys, roll, choices)
    unplaced = [who for row, who in read.whos.items() if row not in keys]
    remarks = tuple(sorted((*review, *twice), key=lambda one: one.row))
    return Placed(answers, keys, remarks, _perhaps(unplaced, review, roll), _responsible(read.said, keys))


def _perhaps(unplaced: Iterable[Who], review: Iterable[Remark], roll: Roll) -> frozenset[int]:
    names = {folded_name(name) for who in unplaced for name in who.names}
    named = {one.key for one in roll.pupils.values() if any(folded_name(name) in names for name in one.names)}
    return frozenset(named | {key for remark in review for key in remark.like})


def _responsible(said: Iterable[Said], keys: Mapping[int, int]) -> dict[tuple[int, str], Said]:
    told: dict[tuple[int, str], Said] = {}
    for one in said:
        if one.row in keys and one.responsibility is not None and _is_name(one.given_by):
            whose = keys[one.row], folded_name(one.given_by)
            if whose not in told or not one.responsibility:
                told[whose] = one
    return told


def _answers(
    said: Iterable[Said], keys: dict[int, int], roll: Roll, choices: Choices
) -> tuple[dict[Slot, Said], list[Remark]]:
    by_slot: dict[Slot, dict[str, list[Said]]] = defaultdict(lambda: defaultdict(list))
    for one in said:
        if one.row in keys:
            kind, giver = _giver(one, keys[one.row], roll, choices)
            for cover in one.covers:
                by_slot[Slot(keys[one.row], cover, kind, giver)][one.type].append(one)
    chosen: dict[Slot, Said] = {}
    remarks: dict[Remark, None] = {}
    for slot, of_types in by_slot.items():
        latest = [_latest(of_one) for of_one in of_types.values()]
        chosen[slot] = min(latest, key=lambda one: _SEVERITY[one.state])
        for of_one in of_types.values():
            if twice := _contradiction(of_one):
                remarks[twice] = None
    return chosen, list(remarks)


def _giver(one: Said, key: int, roll: Roll, choices: Choices) -> tuple[str, str]:
    kind = kind_of(given_by=one.given_by, relationship=one.relationship, names=roll.pupils[key].names)
    name = folded_name(one.given_by) if kind == "parent" and _is_name(one.given_by) else ""
    return kind or choices.giver, name


def _is_name(said: str) -> bool:
    """Return whether this names somebody, rather than saying only who they are to the pupil: “Mother”."""
    return len(said.split()) > 1


def _latest(answers: Sequence[Said]) -> Said:
    """Return the latest answer of one type; the safest where they bear one day, or one of them bears none."""
    if len(answers) > 1 and all(one.at for one in answers):
        last = max(one.at for one in answers if one.at)
        answers = [one for one in answers if one.at == last]
    return min(answers, key=lambda one: _SEVERITY[one.state])


def _contradiction(answers: Sequence[Said]) -> Remark | None:
    undated = not all(one.at for one in answers) or len({one.at for one in answers}) < len(answers)
    if len({one.state for one in answers}) < 2 or not undated:
        return None
    rows = " and ".join(str(one.row) for one in answers)
    return Remark(
        answers[0].row, f"The list answers “{answers[0].type}” twice for this pupil, differently (rows {rows})."
    )
