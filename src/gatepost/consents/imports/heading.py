"""The row of column names, below whatever titles stand above it."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from gatepost.consents.imports.columns import known
from gatepost.tables.grid import Line, Table
from gatepost.tables.refused import Unreadable

_LOOKED_AT: Final = 25
_FEWEST: Final = 2


def under_header(lines: Sequence[Line], *, columns: frozenset[str]) -> Table:
    """Return the table under the row with the most names that are known, at least two. `columns` are known too.

    Raises Unreadable where there is no such row, nothing below it, or two columns of one name.
    """
    first = lines[:_LOOKED_AT]
    place = max(range(len(first)), key=lambda i: (known(first[i].cells, columns), -i), default=-1)
    if place < 0 or known(first[place].cells, columns) < _FEWEST:
        raise Unreadable(
            "No row names the columns. One row must have names such as “UPN”, “Surname” and “Consent”: export the list "
            "with its headings."
        )
    header = first[place]
    _check_apart(header)
    below = tuple(line for line in lines[place + 1 :] if not _is_total(line))
    if not below:
        raise Unreadable(f"There is no row below the headings in row {header.number}. Export the list with its pupils.")
    titles = tuple(cell for line in first[:place] for cell in line.cells if cell)
    return Table(_named(header), below, titles)


def _check_apart(header: Line) -> None:
    counted = Counter(cell.casefold() for cell in header.cells if cell)
    for cell in header.cells:
        if counted[cell.casefold()] > 1:
            raise Unreadable(f"Two columns are called “{cell[:60]}”. Give one of them another name, or leave it out.")


def _named(header: Line) -> tuple[str, ...]:
    return tuple(cell or f"(column {place})" for place, cell in enumerate(header.cells, start=1))


def _is_total(line: Line) -> bool:
    """Return whether this is the line below a printed list that counts its rows."""
    filled = [cell for cell in line.cells if cell]
    return len(filled) <= _FEWEST and filled[0].casefold().startswith(("total", "count:", "printed ", "number of "))
