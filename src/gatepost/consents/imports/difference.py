"""What a list would change: newly granted, newly refused or withdrawn, changed otherwise, and who is missing.

A list is often older than what came in by another door since it was exported. So a yes in it lifts a no on record only
where the list dates it on a later day than the no and says that it is surely the same person’s; else the no stands,
and a person is told.
"""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from gatepost.consents.elements import NOES as SAYING_NO
from gatepost.consents.imports.moments import NO
from gatepost.consents.imports.placing import Placed, Slot
from gatepost.consents.imports.said import Remark, Said, in_order
from gatepost.consents.imports.words import GRANTED, UNKNOWN
from gatepost.consents.relations import are_apart

GRANTS, NOES, OTHERS, STANDS = "granted", "refused", "changed", "stands"


@dataclass(frozen=True, slots=True)
class Held:
    """The last answer on record in a slot. `at` is without a zone, as lists are.

    `open_since_no` is the day of a no after which the question was only opened again.
    """

    state: str
    at: datetime
    expires_on: date | None = None
    in_writing: bool = False
    open_since_no: date | None = None
    relationship: str = ""

    @property
    def no_on(self) -> date | None:
        """The day of the no that stands here; None where none does."""
        return self.at.date() if self.state in SAYING_NO else self.open_since_no


@dataclass(frozen=True, slots=True)
class Change:
    """An answer that would be written: of which sort, whose, what it says, and what was last on record."""

    sort: str
    slot: Slot
    said: Said
    before: Held | None


@dataclass(frozen=True, slots=True)
class Difference:
    """What would change, how many answers are on record already, and the keys of pupils whom a full list leaves out.

    `stands` are those yeses of the list that do not lift a no on record, or begin again one that has run out.
    """

    changes: tuple[Change, ...]
    unchanged: int
    missing: tuple[int, ...] = ()
    stands: tuple[Change, ...] = ()

    def of(self, sort: str) -> tuple[Change, ...]:
        """Return the changes of one sort."""
        return tuple(one for one in self.changes if one.sort == sort)

    def counts(self) -> dict[str, int]:
        """Return how many there are of each."""
        return {sort: len(self.of(sort)) for sort in _SORTS} | self.left()

    def left(self) -> dict[str, int]:
        """Return how many answers of the list are not written, and of how many pupils it has none."""
        return {STANDS: len(self.stands), "unchanged": self.unchanged, "missing": len(self.missing)}

    def unlifted(self) -> tuple[Remark, ...]:
        """Return the rows whose yes does not lift a no, each with what to do."""
        return in_order(Remark(one.said.row, _why(one)) for one in self.stands)


_SORTS: Final = (GRANTS, NOES, OTHERS)
_STANDS: Final = (
    "The list says yes to “{type}”, and the no on record stands: the list does not show that the same person "
    "said yes on a later day. "
    "Ask the family again, or record their new answer by hand."
)
_RAN_OUT: Final = (
    "The list says yes to “{type}”, and the yes on record has run out: the list does not date its yes on a later day. "
    "Ask the family again, or record their new answer by hand."
)


def _why(one: Change) -> str:
    ran_out = one.before is not None and one.before.state == GRANTED
    return (_RAN_OUT if ran_out else _STANDS).format(type=one.said.type)


def difference(
    found: Placed, held: Mapping[Slot, Held], *, on_roll: Set[int], full: bool, in_writing: bool, today: date
) -> Difference:
    """Return what a list would change. `held` is what is on record; `full` where the list has everybody."""
    sorted_: dict[str, list[Change]] = {sort: [] for sort in ("", *_SORTS, STANDS)}
    noes = _noes(held)
    for slot, said in found.answers.items():
        before = held.get(slot)
        own = before.no_on if before else None
        no_on = own if slot.giver or slot.relation else noes.get(slot)
        lifts = slot.is_sure and not (before and are_apart(said.relationship, before.relationship))
        sort = _sort(said, before, no_on=no_on, lifts=lifts, in_writing=in_writing, today=today)
        sorted_[sort].append(Change(sort, slot, said, before))
    missing = sorted(on_roll - set(found.keys.values()) - found.perhaps) if full else []
    changes = sorted((one for sort in _SORTS for one in sorted_[sort]), key=_by_row)
    return Difference(tuple(changes), len(sorted_[""]), tuple(missing), tuple(sorted(sorted_[STANDS], key=_by_row)))


def _by_row(one: Change) -> tuple[int, Slot]:
    return one.said.row, one.slot


def _noes(held: Mapping[Slot, Held]) -> dict[Slot, date]:
    """Return the last day of a no about each thing by anybody of a kind: a yes without a name may be any of theirs."""
    days: dict[Slot, date] = {}
    for slot, before in held.items():
        if before.no_on:
            whose = slot._replace(giver="", relation="")
            days[whose] = max(before.no_on, days.get(whose, before.no_on))
    return days


def _sort(
    said: Said, before: Held | None, *, no_on: date | None, lifts: bool, in_writing: bool, today: date
) -> str:  # fmt: skip
    """Return of which sort a change is; an empty word where nothing changes.

    `no_on` is the day of a no on record, and `lifts` whether a later yes is surely of whoever said it.
    """
    if said.state in NO:
        return "" if before and before.state == said.state else NOES
    if said.state == UNKNOWN:
        # A question that is open again takes a yes away, and says nothing where there was none.
        return OTHERS if before and before.state == GRANTED else ""
    if no_on is not None and not (lifts and said.at is not None and said.at.date() > no_on):
        return STANDS
    if before is not None and said.at is not None and said.at.date() < before.at.date():
        return ""  # what is on record is later, and is not taken back by something older
    if before is None or before.state != GRANTED:
        return GRANTS
    renewed = said.at is not None and said.at.date() > before.at.date()
    if not renewed and before.expires_on is not None and before.expires_on < today:
        # What has run out begins again only by a newer yes.
        return "" if said.expires_on == before.expires_on else STANDS
    # A last day and a form on record fall only to a newer yes: what a list does not say it does not take away.
    another_day = said.expires_on is not None and said.expires_on != before.expires_on
    now_written = in_writing and not before.in_writing and said.expires_on == before.expires_on
    return OTHERS if renewed or another_day or now_written else ""
