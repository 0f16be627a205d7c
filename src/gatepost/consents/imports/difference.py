"""What a list would change: newly granted, newly refused or withdrawn, changed otherwise, and who is missing."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from gatepost.consents.imports.moments import NO
from gatepost.consents.imports.placing import Placed, Slot
from gatepost.consents.imports.said import Said
from gatepost.consents.imports.words import GRANTED, UNKNOWN

GRANTS, NOES, OTHERS = "granted", "refused", "changed"


@dataclass(frozen=True, slots=True)
class Held:
    """The last answer on record in a slot. `at` is without a zone, as lists are."""

    state: str
    at: datetime
    expires_on: date | None = None
    in_writing: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """An answer that would be written: of which sort, whose, what it says, and what was last on record."""

    sort: str
    slot: Slot
    said: Said
    before: Held | None


@dataclass(frozen=True, slots=True)
class Difference:
    """What would change, how many answers are on record already, and the keys of pupils whom a full list leaves out."""

    changes: tuple[Change, ...]
    unchanged: int
    missing: tuple[int, ...] = ()

    def of(self, sort: str) -> tuple[Change, ...]:
        """Return the changes of one sort."""
        return tuple(one for one in self.changes if one.sort == sort)

    def counts(self) -> dict[str, int]:
        """Return how many there are of each."""
        return {sort: len(self.of(sort)) for sort in _SORTS} | {"unchanged": self.unchanged,
                                                                "missing": len(self.missing)}  # fmt: skip


_SORTS: Final = (GRANTS, NOES, OTHERS)


def difference(
    found: Placed, held: Mapping[Slot, Held], *, on_roll: Set[int], full: bool, in_writing: bool
) -> Difference:
    """Return what a list would change. `held` is what is on record; `full` where the list has everybody."""
    changes, unchanged = [], 0
    for slot, said in found.answers.items():
        before = held.get(slot)
        sort = _sort(said, before, in_writing=in_writing)
        if sort:
            changes.append(Change(sort, slot, said, before))
        else:
            unchanged += 1
    missing = sorted(on_roll - set(found.keys.values()) - found.perhaps) if full else []
    changes.sort(key=lambda one: (one.said.row, one.slot))
    return Difference(tuple(changes), unchanged, tuple(missing))


def _sort(said: Said, before: Held | None, *, in_writing: bool) -> str:
    """Return of which sort a change is; an empty word where nothing changes."""
    if said.state in NO:
        return "" if before and before.state == said.state else NOES
    if said.state == UNKNOWN:
        # A question that is open again takes a yes away, and says nothing where there was none.
        return OTHERS if before and before.state == GRANTED else ""
    if before is not None and said.at is not None and said.at.date() < before.at.date():
        return ""  # what is on record is later, and is not taken back by something older
    if before is None or before.state != GRANTED:
        return GRANTS
    same = (before.expires_on, before.in_writing) == (said.expires_on, in_writing)
    renewed = said.at is not None and said.at.date() > before.at.date()
    return "" if same and not renewed else OTHERS
