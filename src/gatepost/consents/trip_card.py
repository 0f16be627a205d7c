"""A card for a trip: who may be photographed, who for use in school alone, and who not. Never why."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from gatepost.consents.deciding import NOTHING, Permissions
from gatepost.consents.effective import looked_up
from gatepost.consents.elements import SPLIT
from gatepost.consents.models import Pupil
from gatepost.schools.models import School

MARKS: Final[dict[str, str]] = {"can": "Can", "in_school": "In school only", "no": "No"}
"""Slug → what stands on the card. `can` is everywhere that the school posts, on every platform."""
NAMED_BY: Final[dict[str, str]] = {"first": "First names", "initials": "Initials"}


@dataclass(frozen=True, slots=True)
class Row:
    """One pupil on a card: what stands for the name, and a slug of MARKS for pictures, and for hands or work alone."""

    label: str
    mark: str
    work: str

    @property
    def says(self) -> str:
        """What stands beside the name."""
        return MARKS[self.mark]

    @property
    def says_work(self) -> str:
        """What stands there for a picture of hands or work alone."""
        return MARKS[self.work]


def rows_of(school: School, ids: Iterable[int], *, tiers: Collection[str], named_by: str, at: datetime) -> list[Row]:
    """Return the rows of a card, by label. `tiers` are those that the school's accounts post to.

    Two queries, however many pupils. Pupils of another school are left out.
    """
    pupils, held = looked_up(school, ids, at=at)
    labels = labelled(list(pupils.values()), named_by=named_by)
    out = {SPLIT, *tiers}
    rows = [Row(labels[key], _mark(held, key, out, "photo"), _mark(held, key, out, "photo", "work")) for key in pupils]
    return sorted(rows, key=lambda row: row.label.casefold())


def _mark(held: Mapping[str, Mapping[int, Permissions]], pupil: int, tiers: Iterable[str], *elements: str) -> str:
    of = {tier: held.get(tier, {}).get(pupil, NOTHING) for tier in (*tiers, "in_school")}
    # Whoever holds the card does not know yet where the picture will go: a no anywhere is a no.
    if all(of[tier].allows_everywhere(element) for tier in tiers for element in elements):
        return "can"
    return "in_school" if all(of["in_school"].allows(element) for element in elements) else "no"


def labelled(pupils: Sequence[Pupil], *, named_by: str) -> dict[int, str]:
    """Return what stands for each pupil: as little of the name as tells them apart on this card."""
    forms = [lambda one: f"{one.first[:1]}. {one.last[:1]}."] if named_by == "initials" else [lambda one: one.first]
    forms += [lambda one: f"{one.first} {one.last[:1]}.", lambda one: one.full_name,
              lambda one: f"{one.full_name}, {one.class_name or one.pk}"]  # fmt: skip
    found: dict[int, str] = {}
    left = list(pupils)
    for form in forms:
        shared = Counter(form(one) for one in left)
        found |= {one.pk: form(one) for one in left if shared[form(one)] == 1 or form is forms[-1]}
        left = [one for one in left if one.pk not in found]
    return found
