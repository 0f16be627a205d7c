"""What a table says of accounts, row by row, and what is wrong with it. No database."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from gatepost.channels.exchange import logins
from gatepost.channels.exchange.cells import DAYS, PEOPLE, WrongCell, bare, link_in, platform_of, value_of
from gatepost.channels.exchange.columns import CHECK, COLUMNS, OFFICIAL, REASONS, field_of
from gatepost.channels.exchange.days import Span, span_of
from gatepost.channels.exchange.people import NotMeant, Staff, Who, idle, unheld
from gatepost.schools.roles import POSITIONS, ROLES
from gatepost.tables.grid import Table

_SHOWN: Final = 5
_STARTS: Final = frozenset({"opened_on"})
"""Days that begin something: of a month alone they are its first day. The others end something: its last day."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to know about a row; 0 is the table as a whole."""

    row: int
    says: str


@dataclass(slots=True)
class Said:
    """What one row says. Fields without a cell, or with an empty one, are absent: they say nothing.

    `derived` holds what follows from a cell and counts for a new account alone; `spans` the days that a cell can mean.
    """

    row: int
    number: int | None = None
    values: dict[str, Any] = field(default_factory=dict)
    derived: dict[str, Any] = field(default_factory=dict)
    spans: dict[str, Span] = field(default_factory=dict)
    masters: tuple[Who, ...] = ()
    admins: tuple[Who, ...] = ()
    posters: tuple[Who, ...] = ()


@dataclass(frozen=True, slots=True)
class Read:
    """A table, read: its accounts, what keeps it from being taken in, what to know, and the columns left out."""

    rows: tuple[Said, ...]
    errors: tuple[Remark, ...]
    remarks: tuple[Remark, ...]
    ignored: tuple[str, ...]


def read(table: Table, *, staff: Staff) -> Read:
    """Return what a table says. One wrong cell keeps the whole of it from being taken in; every one is named."""
    fields = {name: field_of(name) for name in table.columns}
    rows: list[Said] = []
    errors = [Remark(0, why) for why in logins.in_headings(table)]
    remarks: list[Remark] = []
    left_out: list[int] = []
    for line in table.lines:
        cells = table.cells(line)
        secret = [Remark(line.number, why) for why in logins.in_cells(cells, fields)]
        errors += secret
        if secret:  # then nothing else is said of the row, which could repeat it
            continue
        if _is_none(cells, fields):
            left_out.append(line.number)
            continue
        said = Said(line.number)
        errors += [Remark(line.number, why) for why in _fill(said, cells, fields, staff, remarks)]
        if "admins" not in fields.values():  # then nothing else says that the master role administers
            said.admins = said.masters
        rows.append(said)
    remarks += _told(left_out)
    return Read(tuple(rows), tuple(errors), tuple(_once(remarks)), _ignored(fields))


def _ignored(fields: Mapping[str, str | None]) -> tuple[str, ...]:
    ours = (CHECK, OFFICIAL, REASONS, "(column ")
    unknown = (name for name, field in fields.items() if field is None and not name.startswith(ours))
    return tuple(filter(logins.may_be_named, unknown))


def _is_none(cells: Mapping[str, str], fields: Mapping[str, str | None]) -> bool:
    """Return whether a row is no account: empty, or a sentence below the table."""
    filled = [name for name, cell in cells.items() if bare(cell)]
    only = filled[0] if len(filled) == 1 else ""
    return not filled or (fields.get(only) == "platform" and not platform_of(bare(cells[only])))


def _told(left_out: Sequence[int]) -> Iterator[Remark]:
    if left_out:
        which = ", ".join(map(str, left_out[:_SHOWN])) + (" …" if len(left_out) > _SHOWN else "")
        yield Remark(0, f"Rows without an account in them are left out: {which}.")


def _fill(
    said: Said, cells: Mapping[str, str], fields: Mapping[str, str | None], staff: Staff, remarks: list[Remark]
) -> Iterator[str]:
    for name, cell in cells.items():
        column, text = fields[name], bare(cell)
        if column is None or not text:
            continue
        try:
            remarks += [Remark(said.row, why) for why in _take(said, column, text, staff)]
        except (WrongCell, NotMeant) as wrong:
            why = str(wrong)
            yield f"{COLUMNS[column].heading}: {why}" + ("" if why.endswith(".") else ".")
    yield from _complete(said)


def _take(said: Said, column: str, text: str, staff: Staff) -> Iterator[str]:
    """Put what a cell says into the row. Yields what to know about it."""
    if column == "number":
        said.number = value_of("most_admins", text)
    elif column in DAYS:
        yield from _take_day(said, column, text)
    elif column in PEOPLE:
        yield from _take_people(said, column, text, staff)
    elif column == "name" and link_in(text):
        said.values["address"] = value_of("address", text)
        said.derived["name"] = _end_of(text)
    else:
        said.values[column] = value_of(column, text)
        if column == "name" and text.startswith("@"):
            said.derived["handle"] = text[:120]


def _end_of(address: str) -> str:
    """Return what an address ends with: what an account is called where nothing else says it."""
    return re.split(r"[?#]", address)[0].rstrip("/").rpartition("/")[2][:120] or address[:120]


def _take_day(said: Said, column: str, text: str) -> Iterator[str]:
    span = span_of(text)
    if span is None:
        raise WrongCell(f"“{text[:40]}” is no day that can be told. Write it as 1/9/2020 or September 2020")
    said.spans[column] = span
    said.values[column] = span.first if column in _STARTS else span.last
    if span.first != span.last:
        yield f"{COLUMNS[column].heading} “{text}” is taken as {said.values[column]:%-d %B %Y}."


def _take_people(said: Said, column: str, text: str, staff: Staff) -> Iterator[str]:
    found = (staff.one(text),) if column == "owner_role" else tuple(staff.all_in(text))
    if column == "owner":
        yield from _take_owner(said, found[0])
    elif column in {"owner_role", "master_holder"}:
        if found[0].role:
            said.values[column] = found[0].role
        elif column == "owner_role":
            raise WrongCell("it names a person. Name the role, and the person under “Owner”")
    people = {"master_holder": "masters", "admins": "admins", "posters": "posters"}.get(column)
    if people:
        setattr(said, people, _each(found))
    to_post = column == "posters" and said.values.get("kind") != "group"  # in a group everybody writes
    for name in idle(found, staff) if to_post else ():
        yield f"{name} is listed to post, and has no role that lets them. Give them one under People, such as poster."
    for slug, name in unheld(found, staff).items():
        known = slug in ROLES or slug in POSITIONS
        then = "give it to somebody under People" if known else "Gatepost has no such role, so name its people too"
        yield f"Nobody holds the role “{name}” yet. It is kept; {then}."


def _take_owner(said: Said, who: Who) -> Iterator[str]:
    if who.person is None:
        said.values.setdefault("owner_role", who.role)
    else:
        said.values["owner_id"] = who.person
    yield from ()


def _each(found: Iterable[Who]) -> tuple[Who, ...]:
    return tuple({(who.person, who.role): who for who in found}.values())


def _complete(said: Said) -> Iterator[str]:
    """Yield what a row lacks, and where its days contradict each other."""
    if said.number is None and "platform" not in said.values:
        yield "Platform: it is empty. Write where the account is, such as Facebook."
    if "name" not in said.values and "address" in said.values:
        said.derived.setdefault("name", _end_of(said.values["address"]))
    if said.number is None and not {"name", "address"} & {*said.values, *said.derived}:
        yield "Account name: it is empty. Write what the account is called there."
    opened, closed = said.spans.get("opened_on"), said.spans.get("closed_on")
    if opened and closed and closed.last < opened.first:
        yield "Date closed: it is before the account was opened. Correct one of the two."
    trial = said.values.get("trial_until")
    if opened and isinstance(trial, date) and trial < opened.first:
        yield "Trial until: it is before the account was opened. Correct one of the two."


def _once(remarks: Iterable[Remark]) -> Iterator[Remark]:
    """Yield each sentence once: a role that nobody holds stands in many rows."""
    seen: set[str] = set()
    for one in remarks:
        if one.says not in seen:
            seen.add(one.says)
            yield one
