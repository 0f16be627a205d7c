"""From rows of cells to the table of accounts in them, as policies print it and as people copy it out of a PDF."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from gatepost.channels.exchange.columns import DATES, field_of, known, plain
from gatepost.tables.decoding import decoded
from gatepost.tables.grid import Line, Table, checked
from gatepost.tables.opening import sheets
from gatepost.tables.refused import Unreadable

MOST: Final = 1_000
"""Rows of a register. No school has more accounts."""
MOST_LETTERS: Final = 1_000_000
"""Letters of a table: a thousand for each account."""
_LOOKED_AT: Final = 40
_HEADING_LINES: Final = 4
_GAP: Final = re.compile(r"\S(?:\S| (?! ))*")
_NO_HEADINGS: Final = (
    "No row names the columns. One row must have headings such as “Platform”, “Account name”, “Approved users” and "
    "“Opened”. From a PDF, copy the whole table with its headings."
)


def opened(data: bytes) -> Table:
    """Return the table of accounts in a file: CSV, Excel, or text as it was copied.

    Raises Unreadable, saying what to do, where the file is no list, damaged or too large, or has no such table.
    """
    found = [table for lines in _lines(data) for table in _tables(lines)]
    if not found:
        raise Unreadable(_NO_HEADINGS)
    if len(found) > 1:
        raise Unreadable("The workbook has more than one table of accounts. Save the one that you mean by itself.")
    if len(found[0].lines) > MOST:
        raise Unreadable(f"The table has more than {MOST:,} rows, far more than a school has accounts.")
    if sum(len(cell) for line in found[0].lines for cell in line.cells) > MOST_LETTERS:
        raise Unreadable("That is far more than a table of accounts. Leave out columns that are not needed.")
    return found[0]


def as_text(table: Table) -> str:
    """Return a table as the text of a CSV file, which is read as the same table again."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows([table.columns, *(line.cells for line in table.lines)])
    return out.getvalue()


def _lines(data: bytes) -> Iterator[list[Line]]:
    """Yield the rows of each sheet. A text whose columns are parted by spaces alone is laid out by their places."""
    try:
        read = sheets(data, known=known)
    except Unreadable:
        spaced = _spaced(data)
        if not spaced:
            raise
        read = {"": spaced}
    if "" in read and not any(known(line.cells) > 1 for line in read[""][:_LOOKED_AT]):
        read = {"": _spaced(data) or read[""]}
    yield from read.values()


def _tables(lines: Sequence[Line]) -> Iterator[Table]:
    first = lines[:_LOOKED_AT]
    place = max(range(len(first)), key=lambda i: (known(first[i].cells), -i), default=-1)
    if place >= 0 and known(first[place].cells) > 1:
        yield _under(lines, place)


def _under(lines: Sequence[Line], place: int) -> Table:
    header, below = lines[place], list(lines[place + 1 :])
    both = _headings(header, below[0]) if below else None
    named = list(header.cells) if both is None else both
    if both is not None:
        del below[0]
    _check_apart(named, header.number)
    if not below:
        raise Unreadable(f"There is no account below the headings in row {header.number}. Give in the whole table.")
    columns = tuple(name or f"(column {number})" for number, name in enumerate(named, start=1))
    return Table(columns, tuple(_whole(below, [field_of(name) for name in columns])))


def _headings(header: Line, under: Line) -> list[str] | None:
    """Return the headings of two rows, where the second has the parts of one such as “Date”; None where it has none."""
    top = header.cells
    width = max(len(top), len(under.cells))
    pairs = [(_at(top, i), _at(under.cells, i)) for i in range(width)]
    if not all(_is_part(above, below) for above, below in pairs if below):
        return None
    return [_joined(above, below) for above, below in pairs]


def _at(cells: Sequence[str], place: int) -> str:
    return cells[place] if place < len(cells) else ""


def _is_part(above: str, below: str) -> bool:
    """Return whether a cell below a heading is a part of it: “Opened” below “Date”, or “name” below “Account/Page”."""
    generic = not above or plain(above) in DATES
    return field_of(below) is not None if generic else field_of(above) is None and bool(field_of(f"{above} {below}"))


def _joined(above: str, below: str) -> str:
    if not below:
        return above
    return below if not above or plain(above) in DATES else f"{above} {below}"


def _check_apart(named: Sequence[str], row: int) -> None:
    held: dict[str, str] = {}
    for name in named:
        field = field_of(name)
        if field and field in held:
            raise Unreadable(
                f"Row {row} has two columns for one thing, “{held[field][:60]}” and “{name[:60]}”. Leave one out."
            )
        held |= {field: name} if field else {}


def _whole(lines: Sequence[Line], fields: Sequence[str | None]) -> Iterator[Line]:
    """Yield the rows, each with what was broken into the line below, and with the platform of a merged cell."""
    kept: Line | None = None
    platform, name = _place(fields, "platform"), _place(fields, "name")
    for line in lines:
        starts = _at(line.cells, platform) if platform >= 0 else _at(line.cells, name)
        if kept is None or starts or (platform >= 0 and _at(line.cells, name) and _has_day(line, fields)):
            if kept is not None:
                yield kept
            above = _at(kept.cells, platform) if kept is not None and platform >= 0 and not starts else ""
            kept = Line(line.number, _with(line.cells, platform, above)) if above else line
        else:
            kept = Line(kept.number, _glued(kept.cells, line.cells))
    if kept is not None:
        yield kept


def _place(fields: Sequence[str | None], field: str) -> int:
    return fields.index(field) if field in fields else -1


def _has_day(line: Line, fields: Sequence[str | None]) -> bool:
    """Return whether a row says who or when, so that it is an account of its own and no broken line."""
    own = ("opened_on", "master_holder", "address", "closed_on")
    return any(_at(line.cells, fields.index(field)) for field in own if field in fields)


def _with(cells: Sequence[str], place: int, cell: str) -> tuple[str, ...]:
    return tuple(cell if i == place else one for i, one in enumerate(cells))


def _glued(above: Sequence[str], below: Sequence[str]) -> tuple[str, ...]:
    width = max(len(above), len(below))
    return tuple(f"{_at(above, i)} {_at(below, i)}".strip() for i in range(width))


# --- text that spaces alone lay out ---


@dataclass(frozen=True, slots=True)
class _Chunk:
    start: int
    text: str


def _spaced(data: bytes) -> list[Line]:
    """Return the rows of a text by the places where its headings begin; none where two spaces part no headings."""
    try:
        text = decoded(data)
    except Unreadable:
        return []
    rows = [_chunks(line) for line in text.expandtabs(8).splitlines()]
    at = next((i for i, row in enumerate(rows[:_LOOKED_AT]) if known([one.text for one in row]) > 1), None)
    if at is None:
        return []
    headings, below = _headed(rows, at)
    starts = [one.start for one in headings]
    body = ((number, _cells(row, starts)) for number, row in enumerate(rows[below:], start=below + 1))
    return checked(chain([(at + 1, [one.text for one in headings])], body))


def _headed(rows: Sequence[Sequence[_Chunk]], at: int) -> tuple[list[_Chunk], int]:
    """Return the headings with what of them stands in the lines below, and the first line of the table itself."""
    headings = list(rows[at])
    for place in range(at + 1, min(at + _HEADING_LINES, len(rows))):
        more = _with_line(headings, rows[place])
        if more is None:
            return headings, place
        headings = more
    return headings, min(at + _HEADING_LINES, len(rows))


def _with_line(headings: Sequence[_Chunk], line: Sequence[_Chunk]) -> list[_Chunk] | None:
    """Return the headings with one more line of them; None where the line is no part of them."""
    found = list(headings)
    for chunk in line:
        place = _column(chunk, [one.start for one in headings])
        joined = _joined(headings[place].text, chunk.text)
        if field_of(joined) and chunk.start <= headings[place].start + 1:
            found[found.index(headings[place])] = _Chunk(headings[place].start, joined)
        elif field_of(chunk.text):
            found.append(chunk)
        else:
            return None
    parted = len(found) > len(headings)
    return sorted((one for one in found if not (parted and plain(one.text) in DATES)), key=lambda one: one.start)


def _chunks(line: str) -> list[_Chunk]:
    return [_Chunk(found.start(), found[0]) for found in _GAP.finditer(line)]


def _cells(row: Sequence[_Chunk], starts: Sequence[int]) -> list[str]:
    cells = [""] * len(starts)
    for chunk in row:
        place = _column(chunk, starts)
        cells[place] = f"{cells[place]} {chunk.text}".strip()
    return cells


def _column(chunk: _Chunk, starts: Sequence[int]) -> int:
    # A cell may begin a little before its heading where that stands in the middle.
    return max((i for i, start in enumerate(starts) if start <= chunk.start + 1), default=0)
