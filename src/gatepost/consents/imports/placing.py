"""Which pupil each answer of a list is about, and which of two answers about one pupil counts."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from gatepost.consents.imports.choices import Choices
from gatepost.consents.imports.givers import OTHER, PUPIL, kind_of
from gatepost.consents.imports.moments import NO
from gatepost.consents.imports.pupils import OnRoll, Roll, Who, folded_name
from gatepost.consents.imports.said import Remark, Said, Understood
from gatepost.consents.imports.types import Cover
from gatepost.consents.imports.words import GRANTED, REFUSED, UNKNOWN, WITHDRAWN
from gatepost.consents.relations import is_name, is_sure_name, relation_of

_LABEL: Final = 60  # of characters, as on record
_SEVERITY: Final = {WITHDRAWN: 0, REFUSED: 1, UNKNOWN: 2, GRANTED: 3}


class Slot(NamedTuple):
    """Whose word about what: the pupil, what is shown and where, whether a parent or the pupil, and their name.

    `relation` is who a parent without a name is to the pupil: a mother and a father have a slot each.
    """

    key: int
    cover: Cover
    kind: str
    giver: str
    relation: str = ""

    @property
    def is_sure(self) -> bool:
        """Whether two answers in this slot are surely of one person, who may think again."""
        return self.kind == PUPIL or is_sure_name(self.giver)


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
        if one.row in keys and one.responsibility is not None and is_name(one.given_by):
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
            kind = _kind(one, roll.pupils[keys[one.row]])
            slot, told = _slot(one, keys[one.row], kind or choices.giver)
            for cover in one.covers:
                by_slot[slot._replace(cover=cover)][one.type].append(told)
    chosen: dict[Slot, Said] = {}
    remarks: dict[Remark, None] = {}
    for slot, of_types in by_slot.items():
        latest = [_standing(of_one, slot) for of_one in of_types.values()]
        chosen[slot] = min(latest, key=lambda one: _SEVERITY[one.state])
        for of_one in of_types.values():
            if twice := _contradiction(of_one, slot):
                remarks[twice] = None
    return chosen, list(remarks)


def _kind(one: Said, pupil: OnRoll) -> str:
    """Return whose answer it is, where the list tells: a pupil is known by the names on the roll and in the row."""
    firsts = (pupil.legal_first, pupil.preferred_first, one.who.legal_first, one.who.preferred_first)
    return kind_of(given_by=one.given_by, relationship=one.relationship, names=(*pupil.names, *one.who.names),
                   firsts=firsts, by_pupil=one.by_pupil)  # fmt: skip


def _slot(one: Said, key: int, kind: str) -> tuple[Slot, Said]:
    """Return whose an answer is, about nothing yet, and the answer with all that the list says of who gave it."""
    about = Cover("", "")
    if kind == PUPIL:
        return Slot(key, about, kind, ""), one
    if kind != OTHER and is_name(one.given_by):
        return Slot(key, about, kind, folded_name(one.given_by)), one
    parts = [part for part in (one.given_by, one.relationship) if part]
    label = ", ".join(dict.fromkeys(parts))[:_LABEL]
    if one.responsibility is False:
        kind = OTHER  # nobody is on record of whom that could be kept, and their yes holds nothing
    return Slot(key, about, kind, "", relation_of(label)), replace(one, relationship=label)


def _standing(answers: Sequence[Said], slot: Slot) -> Said:
    """Return the answer of one type that counts: a no, where it is not sure that one person took it back."""
    noes = [one for one in answers if one.state in NO]
    return _latest(answers if not noes or _are_of_one(answers, slot) else noes)


def _are_of_one(answers: Sequence[Said], slot: Slot) -> bool:
    relations = {relation_of(one.relationship) for one in answers} - {""}
    return slot.is_sure and (slot.kind == PUPIL or len(relations) < 2)


def _latest(answers: Sequence[Said]) -> Said:
    """Return the latest answer of one type; the safest where they bear one day, or one of them bears none."""
    if len(answers) > 1 and all(one.at for one in answers):
        last = max(one.at for one in answers if one.at)
        answers = [one for one in answers if one.at == last]
    return min(answers, key=lambda one: _SEVERITY[one.state])


def _contradiction(answers: Sequence[Said], slot: Slot) -> Remark | None:
    """Return what somebody must look at: differing answers of which no day says which came last, or no name whose."""
    if len({one.state for one in answers}) < 2:
        return None
    undated = not all(one.at for one in answers) or len({one.at for one in answers}) < len(answers)
    if not undated and _latest(answers).state == _standing(answers, slot).state:
        return None
    rows = " and ".join(str(one.row) for one in answers)
    return Remark(
        answers[0].row, f"The list answers “{answers[0].type}” twice for this pupil, differently (rows {rows})."
    )
