"""A list from the MIS beside what a school has on record: what it says, and what it would change."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final

from django.utils import timezone

from gatepost.consents.imports import oneroster
from gatepost.consents.imports.choices import Choices
from gatepost.consents.imports.difference import Difference, Held, difference
from gatepost.consents.imports.givers import PUPIL
from gatepost.consents.imports.opening import opened
from gatepost.consents.imports.placing import Placed, Slot, placed
from gatepost.consents.imports.pupils import OnRoll, Roll, folded_name
from gatepost.consents.imports.responsible import Asked, Responsibility, responsibility
from gatepost.consents.imports.rolling import RollDifference, roll_difference
from gatepost.consents.imports.rolls import RollRead, roll_in
from gatepost.consents.imports.said import Choice, Remark, Understood, in_order
from gatepost.consents.imports.types import Cover
from gatepost.consents.imports.understand import understood
from gatepost.consents.imports.words import UNKNOWN
from gatepost.consents.models import Answer, Contact, Pupil
from gatepost.consents.relations import relation_of
from gatepost.schools.models import School

_FIELDS: Final = ("legal_first", "legal_last", "preferred_first", "preferred_last", "nicknames", "upn", "mis_id",
                  "admission_no", "year", "class_name", "dob", "left_on")  # fmt: skip
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Compared:
    """A list of permissions, whom its rows are about, and what it would change.

    `pupils` are whom the school has. `responsibility` is what it says of the contacts.
    """

    read: Understood
    found: Placed
    difference: Difference
    pupils: Mapping[int, OnRoll]
    choices: tuple[Choice, ...]
    responsibility: Responsibility = field(default_factory=Responsibility)

    @property
    def errors(self) -> tuple[Remark, ...]:
        """What is wrong with which rows."""
        return self.read.errors

    @property
    def review(self) -> tuple[Remark, ...]:
        """Which rows somebody must look at."""
        return in_order(self.found.review)

    @property
    def stands(self) -> tuple[Remark, ...]:
        """Which rows say yes where the no on record stands. Only for those who may see what was answered."""
        return self.difference.unlifted()

    @property
    def about(self) -> int:
        """How many pupils whoever reads it is shown."""
        return len({*self.found.keys.values(), *self.difference.missing})

    @property
    def held_back(self) -> bool:
        """Whether nothing may be newly granted yet: a person has something to choose or to look at."""
        return bool(self.choices or self.review or self.errors)


@dataclass(frozen=True, slots=True)
class RollCompared:
    """A roll, and what it would change."""

    read: RollRead
    difference: RollDifference
    pupils: Mapping[int, OnRoll]

    @property
    def errors(self) -> tuple[Remark, ...]:
        """What is wrong with which rows."""
        return self.read.errors

    @property
    def review(self) -> tuple[Remark, ...]:
        """Which rows somebody must look at."""
        return self.difference.review

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What only a person can say of the list as a whole."""
        return self.difference.choices()

    @property
    def about(self) -> int:
        """How many pupils whoever reads it is shown."""
        return len(self.difference.added) + len(self.difference.changed) + len(self.difference.missing)

    @property
    def held_back(self) -> bool:
        """Whether a person has something to look at first."""
        return bool(self.errors or self.review)


def compared(
    school: School, data: bytes, *, choices: Choices, file_name: str, at: datetime, say: Say = lambda _: None
) -> Compared:
    """Return what a list of permissions says and would change, at a moment. `say` is told how far it has come.

    Raises Unreadable where the file is no such list.
    """
    today = timezone.localdate(at)
    table = opened(data, encoding=choices.encoding, delimiter=choices.delimiter, columns=frozenset(choices.columns))
    say(f"{len(table.lines):,} rows read")
    read = understood(table, choices, today=today, file_name=file_name)
    pupils = roll_of(school, today=today)
    say(f"{len(read.said):,} answers understood")
    found = placed(read, Roll(pupils.values()), choices)
    say(f"{len(found.keys):,} rows matched with pupils")
    here = {one.key for one in pupils.values() if not one.left}
    made = difference(
        found, held_by_slot(school), on_roll=here, full=choices.full, in_writing=choices.in_writing, today=today
    )
    asked = (*read.choices, *_missing(made, len(here)))
    return Compared(read, found, made, pupils, asked, responsibility(found.responsible, asked_of(school)))


def compared_roll(school: School, data: bytes, *, choices: Choices, at: datetime) -> RollCompared:
    """Return what a roll says and would change: the roster format, or OneRoster. Raises Unreadable where it is none."""
    today = timezone.localdate(at)
    if oneroster.is_oneroster(data):
        return _of_roll(school, oneroster.oneroster(oneroster.files_in(data)), choices=choices, today=today)
    table = opened(data, encoding=choices.encoding, delimiter=choices.delimiter, columns=frozenset(choices.columns))
    return _of_roll(school, roll_in(table, choices), choices=choices, today=today)


def _of_roll(school: School, read: RollRead, *, choices: Choices, today: date) -> RollCompared:
    rows = {row["pk"]: row for row in Pupil.objects.of(school).values("pk", *_FIELDS)}
    # Whoever has left is found as well: by being in the list they return.
    pupils = {key: _on_roll(row, left=False) for key, row in rows.items()}
    here = {key for key, row in rows.items() if not _has_left(row, today)}
    made = roll_difference(read, Roll(pupils.values()), held=rows, on_roll=here, choices=choices, today=today)
    return RollCompared(read, made, pupils)


def roll_of(school: School, *, today: date) -> dict[int, OnRoll]:
    """Return whom a school has, by key, with whether they have left. One query."""
    rows = Pupil.objects.of(school).values("pk", *_FIELDS)
    return {row["pk"]: _on_roll(row, left=_has_left(row, today)) for row in rows}


def held_by_slot(school: School) -> dict[Slot, Held]:
    """Return the last answer of every slot at a school. One query."""
    rows = Answer.objects.of(school).order_by("given_at", "pk").values_list(
        "pupil_id", "element", "tier", "platform", "given_by", "contact__name", "state", "given_at", "expires_on",
        "in_writing", "relationship",
    )  # fmt: skip
    held: dict[Slot, Held] = {}
    for key, element, tier, platform, giver, contact, state, given, expires, written, who in rows.iterator():
        relation = "" if contact or giver == PUPIL else relation_of(who)
        slot = Slot(key, Cover(element, tier, platform), giver, folded_name(contact or ""), relation)
        # A question that is open again is no answer: the no before it still asks for a yes of a later day.
        no_on = held[slot].no_on if state == UNKNOWN and slot in held else None
        held[slot] = Held(state, timezone.make_naive(given), expires, written, no_on, who)
    return held


def asked_of(school: School) -> Iterator[Asked]:
    """Return who is asked about the pupils of a school. One query."""
    rows = Contact.objects.of(school).order_by("pk").values_list("pk", "pupil_id", "name", "parental_responsibility")
    return (Asked(*row) for row in rows.iterator())


def _missing(made: Difference, on_roll: int) -> list[Choice]:
    """Ask before most of a school would be off the roll: then the list was hardly of everybody."""
    if len(made.missing) * 2 <= on_roll:
        return []
    ask = f"{len(made.missing)} of {on_roll} pupils are not in this list. Is it really a list of everybody?"
    return [Choice("missing", "full", ask, ("true", "false"), rows=len(made.missing))]


def _on_roll(row: Mapping[str, Any], *, left: bool) -> OnRoll:
    names = ("legal_first", "legal_last", "preferred_first", "preferred_last", "upn", "mis_id", "admission_no", "dob",
             "year", "class_name")  # fmt: skip
    return OnRoll(row["pk"], left=left, **{name: row[name] for name in names})


def _has_left(row: Mapping[str, Any], today: date) -> bool:
    return row["left_on"] is not None and row["left_on"] < today
