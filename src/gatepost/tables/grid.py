"""Rows of text, as a person sees them in a spreadsheet."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gatepost.tables.refused import LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, Unreadable


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its number as a spreadsheet shows it, from 1, and its cells as text."""

    number: int
    cells: tuple[str, ...]

    def __bool__(self) -> bool:
        return any(self.cells)


@dataclass(frozen=True, slots=True)
class Table:
    """What stands under the header: the columns' names, the rows that are not empty, and the titles above."""

    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    titles: tuple[str, ...] = ()

    def cells(self, line: Line) -> dict[str, str]:
        """Return a row by the names of its columns; what stands beyond the last name is left out."""
        return dict(zip(self.columns, line.cells + ("",) * len(self.columns), strict=False))

    def values(self, column: str) -> Iterator[str]:
        """Yield what stands in a column, empty cells left out."""
        place = self.columns.index(column)
        return (line.cells[place] for line in self.lines if place < len(line.cells) and line.cells[place])


def checked(lines: Iterable[tuple[int, list[str]]], *, most: int = MOST_ROWS) -> list[Line]:
    """Return the rows with their cells trimmed. Raises Unreadable where there are too many, or one is too long."""
    found: list[Line] = []
    for number, cells in lines:
        trimmed = tuple(_trimmed(cell) for cell in cells)
        if any(trimmed):
            _check(number, trimmed, room=most - len(found))
            found.append(Line(number, trimmed))
    return found


def _check(number: int, cells: tuple[str, ...], *, room: int) -> None:
    if room < 0:
        raise Unreadable(f"The file has more than {MOST_ROWS:,} rows. Split it, by year for example, and import each.")
    if len(cells) > MOST_COLUMNS:
        raise Unreadable(f"Row {number} has more than {MOST_COLUMNS} columns. Leave out what is not needed.")
    if any(len(cell) > LONGEST_CELL for cell in cells):
        raise Unreadable(
            f"Row {number} has a cell of more than {LONGEST_CELL:,} characters. Often a quotation mark is missing "
            "there: save the file again from the spreadsheet."
        )


def _trimmed(cell: str) -> str:
    text = cell.strip().replace("\xa0", " ").strip()
    # Some systems write ="00123" so that a spreadsheet keeps the zeros.
    return text[2:-1] if text.startswith('="') and text.endswith('"') and len(text) > 2 else text
