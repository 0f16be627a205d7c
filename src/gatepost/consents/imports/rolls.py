"""A list of who is on the roll: the roster format, or what a system exports with the same columns."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from gatepost.consents.imports.choices import Choices
from gatepost.consents.imports.columns import fields_of, plain
from gatepost.consents.imports.pupils import Who
from gatepost.consents.imports.said import Remark
from gatepost.consents.imports.upns import fault_in, plain_upn
from gatepost.consents.imports.years import year_of
from gatepost.tables.days import day_of
from gatepost.tables.grid import Line, Table
from gatepost.tables.refused import Unreadable

NAMES: Final = ("legal_first", "legal_last", "preferred_first", "preferred_last")
NUMBERS: Final = ("upn", "mis_id", "admission_no")
_LONGEST: Final = {**dict.fromkeys(NAMES, 80), "nicknames": 200, "mis_id": 40, "admission_no": 20, "class_name": 40}
_MORE: Final = {"nicknames": "nicknames", "kind": "kind", "left on": "left_on", "leaving date": "left_on",
                "date of leaving": "left_on"}  # fmt: skip
_STAFF: Final = "staff"


@dataclass(frozen=True, slots=True)
class Enrolled:
    """One pupil of a roll. `fields` are those of a pupil that the list has a column for, in the types of the record."""

    row: int
    fields: Mapping[str, Any] = field(default_factory=dict)

    @property
    def who(self) -> Who:
        """Whom to look for among those whom the school has."""
        said = {name: self.fields.get(name) or "" for name in (*NUMBERS, *NAMES)}
        dob = self.fields.get("dob")
        return Who(**said, dob=dob.isoformat() if dob else "")


@dataclass(frozen=True, slots=True)
class RollRead:
    """The pupils of a list and what is wrong with its rows. `gone` are those whom it marks as deleted."""

    rows: int
    pupils: tuple[Enrolled, ...]
    errors: tuple[Remark, ...]
    gone: tuple[Enrolled, ...] = ()

    @property
    def whos(self) -> dict[int, Who]:
        """Who stands in which row."""
        return {one.row: one.who for one in (*self.pupils, *self.gone)}


def roll_in(table: Table, choices: Choices) -> RollRead:
    """Return the pupils of a table. Staff are left out. Raises Unreadable where no column has the names."""
    fields = fields_of(table, choices.columns)
    fields |= {name: _MORE[plain(name)] for name in table.columns if plain(name) in _MORE}
    column = {held: name for name, held in reversed(fields.items())}
    if missing := {"legal_first", "legal_last"} - column.keys():
        names = " and ".join(sorted(missing)).replace("_", " ")
        raise Unreadable(f"No column has the {names} name. A roll needs both the legal first and the legal last name.")
    errors: list[Remark] = []
    pupils = (_enrolled(line, table.cells(line), column, errors) for line in table.lines)
    return joined((one for one in pupils if one), errors, rows=len(table.lines))


def joined(pupils: Iterable[Enrolled], errors: list[Remark], *, rows: int) -> RollRead:
    """Return pupils as one roll. Of two rows with one number the first counts, and the other is an error."""
    seen: dict[tuple[str, str], int] = {}
    kept = []
    for one in pupils:
        numbers = [(name, str(one.fields[name]).casefold()) for name in NUMBERS if one.fields.get(name)]
        twice = next((number for number in numbers if number in seen), None)
        if twice:
            called = {"upn": "UPN", "mis_id": "MIS ID"}.get(twice[0], "admission number")
            errors.append(Remark(one.row, f"Its {called} stands in row {seen[twice]} already."))
        else:
            kept.append(one)
            seen.update(dict.fromkeys(numbers, one.row))
    return RollRead(rows, tuple(kept), tuple(sorted(errors, key=lambda one: one.row)))


def _enrolled(line: Line, cells: Mapping[str, str], column: Mapping[str, str], errors: list[Remark]) -> Enrolled | None:
    said = {held: cells[name] for held, name in column.items()}
    if said.get("kind", "").casefold() == _STAFF:
        return None
    return enrolled(line.number, said, errors)


def enrolled(row: int, said: Mapping[str, str], errors: list[Remark]) -> Enrolled | None:
    """Return a pupil from the text of a row, by field; None where it has no name or a name too long to keep.

    A number or a day that cannot be is left out. What is wrong is added to `errors`.
    """
    if not (said.get("legal_first") and said.get("legal_last")):
        errors.append(Remark(row, "It has no first name, or no last name."))
        return None
    if long := next((name for name, most in _LONGEST.items() if len(said.get(name, "")) > most), ""):
        errors.append(Remark(row, f"Its {long.replace('_', ' ')} has more than {_LONGEST[long]} characters."))
        return None
    made: dict[str, Any] = {name: text for name, text in said.items() if name in _LONGEST}
    if upn := plain_upn(said.get("upn", "")):
        fault = fault_in(upn)
        made |= {} if fault else {"upn": upn}
        errors.extend([Remark(row, f"{fault} The pupil is taken in without it.")] if fault else [])
    if "year" in said:
        made["year"] = year_of(said["year"])
    for name in ("dob", "left_on"):
        if text := said.get(name, ""):
            made |= _day(row, name, text, errors)
    return Enrolled(row, made)


def _day(row: int, name: str, text: str, errors: list[Remark]) -> dict[str, date]:
    day = day_of(text)
    if day is None:
        errors.append(Remark(row, f"“{text[:40]}” is not a day, and is left out. Days are written as 3/9/2026."))
    return {} if day is None else {name: day}
