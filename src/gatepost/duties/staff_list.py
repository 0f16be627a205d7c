"""What a list of staff says, row by row, and what is wrong with it. No database."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from gatepost.channels.exchange.roles import parts_of, role_of
from gatepost.schools.roles import POSITIONS, ROLES
from gatepost.tables.days import day_of
from gatepost.tables.grid import Line, Table
from gatepost.tables.opening import sheets
from gatepost.tables.refused import Unreadable

COLUMNS: Final[Mapping[str, frozenset[str]]] = {
    "name": frozenset({"name", "full name", "staff name", "staff", "preferred name"}),
    "email": frozenset({"email", "e mail", "email address", "e mail address", "work email", "school email",
                        "school e mail address", "mail"}),
    "post_title": frozenset({"job title", "job", "post", "post title", "position", "what they do"}),
    "roles": frozenset({"role", "roles", "gatepost role", "gatepost roles", "role s"}),
    "starts": frozenset({"starts", "start", "start date", "starts on", "joined", "from"}),
    "leaves": frozenset({"leaves", "leaving date", "leave date", "leaves on", "end date", "last day", "until", "left"}),
}  # fmt: skip
"""What a column holds → the headings by which schools name it, in small letters without marks."""
_LOOKED_AT: Final = 40
MOST: Final = 2_000
"""Rows of a list. No school has more staff."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to know, or to correct, about a row; 0 is the list as a whole."""

    row: int
    says: str


@dataclass(frozen=True, slots=True)
class Said:
    """What one row says of somebody. What the list leaves out is empty, and says nothing."""

    row: int
    name: str
    email: str
    post_title: str
    roles: tuple[str, ...]
    starts: date | None
    leaves: date | None


@dataclass(frozen=True, slots=True)
class StaffList:
    """A list, read: its rows, and what keeps it from being taken in."""

    rows: tuple[Said, ...]
    errors: tuple[Remark, ...]


class _Wrong(Exception):
    """A row that cannot be read. `str()` says why."""


def known(cells: Sequence[str]) -> int:
    """Return how many of these are headings of a list of staff."""
    return sum(_field(cell) is not None for cell in cells)


def opened(data: bytes) -> Table:
    """Return the list of staff in a file. Raises Unreadable, saying what to do, where it is none."""
    for lines in sheets(data, known=known).values():
        first = lines[:_LOOKED_AT]
        place = max(range(len(first)), key=lambda i: (known(first[i].cells), -i), default=-1)
        if place >= 0 and {"name", "email"} <= {_field(cell) for cell in first[place].cells}:
            return _under(lines, place)
    raise Unreadable(
        "No row has the headings “Name” and “E-mail”. Give in the list with its headings: name, e-mail, job title, "
        "roles, starts, leaves."
    )


def _under(lines: Sequence[Line], place: int) -> Table:
    fields = [_field(cell) or f"(column {number})" for number, cell in enumerate(lines[place].cells, start=1)]
    twice = next((name for name in fields if fields.count(name) > 1), None)
    if twice:
        raise Unreadable(f"Two columns say the same ({twice.replace('_', ' ')}). Leave one of them out.")
    if len(lines) - place - 1 > MOST:
        raise Unreadable(f"The list has more than {MOST:,} rows, far more than a school has staff.")
    return Table(tuple(fields), tuple(lines[place + 1 :]))


def read(table: Table) -> StaffList:
    """Return what a list says. One wrong cell keeps the whole of it from being taken in; every one is named."""
    rows: list[Said] = []
    errors: list[Remark] = []
    places: dict[str, int] = {}
    for line in table.lines:
        try:
            said = _said(line.number, table.cells(line))
        except _Wrong as why:
            errors.append(Remark(line.number, str(why)))
            continue
        if said.email in places:
            errors.append(Remark(line.number, f"The same address stands in row {places[said.email]}. Leave one out."))
        places.setdefault(said.email, line.number)
        rows.append(said)
    return StaffList(tuple(rows), tuple(errors))


def _said(row: int, cells: Mapping[str, str]) -> Said:
    name, email = " ".join(cells.get("name", "").split()), cells.get("email", "").strip().lower()
    if not name or len(name) > 120:
        raise _Wrong("Write their name, as colleagues do.")
    try:
        validate_email(email)
    except ValidationError:
        raise _Wrong("Write their whole e-mail address. By it alone Gatepost knows who is who.") from None
    starts, leaves = _day(cells, "starts"), _day(cells, "leaves")
    if starts and leaves and leaves < starts:
        raise _Wrong("They leave before they start. Check both dates.")
    return Said(row, name, email, cells.get("post_title", "")[:120], tuple(_roles(cells)), starts, leaves)


def _roles(cells: Mapping[str, str]) -> Iterator[str]:
    for part in parts_of(cells.get("roles", "")):
        role = role_of(part)
        if role not in ROLES and role not in POSITIONS:
            raise _Wrong(f"There is no role “{part[:60]}”. Name one of those on the page “Add somebody”.")
        yield str(role)


def _day(cells: Mapping[str, str], name: str) -> date | None:
    text = cells.get(name, "")
    found = day_of(text) if text else None
    if text and found is None:
        raise _Wrong(f"“{text[:40]}” is no date. Write it like 2026-12-18 or 18/12/2026.")
    return found


def _field(heading: str) -> str | None:
    plain = " ".join(re.findall(r"[a-z0-9]+", heading.casefold()))
    return next((field for field, names in COLUMNS.items() if plain in names), None)
