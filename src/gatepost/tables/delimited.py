"""Text in columns: CSV with commas, semicolons or tabs."""

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Final

from gatepost.tables.grid import Line, checked
from gatepost.tables.refused import MOST_ROWS, Unreadable

DELIMITERS: Final = {",": "commas", ";": "semicolons", "\t": "tabs"}
"""What may part columns → what it is called."""
_LOOKED_AT: Final = 25


def lines_of(
    text: str, *, delimiter: str = "", known: Callable[[Sequence[str]], int], most: int = MOST_ROWS
) -> list[Line]:
    """Return the rows of a text. `known` counts the columns of a row whose names it knows, to tell what parts them.

    Raises Unreadable, with the row, where a quotation mark is missing or a row is too long.
    """
    said = re.match(r"sep=(.)\r?\n", text)
    return checked(_rows(text, delimiter or (said[1] if said else _told(text, known))), most=most)


def _told(text: str, known: Callable[[Sequence[str]], int]) -> str:
    return max(DELIMITERS, key=lambda one: _fit(text, one, known))


def _fit(text: str, delimiter: str, known: Callable[[Sequence[str]], int]) -> tuple[int, int]:
    """Return how well a delimiter fits the first rows: the most names that are known in one, then the cells of all."""
    try:
        rows = [cells for _, cells in islice(_rows(text, delimiter), _LOOKED_AT)]
    except Unreadable:
        return 0, 0
    return max((known(cells) for cells in rows), default=0), sum(len(cells) > 1 for cells in rows)


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    # Strict: a quotation mark that is never closed would swallow the rows behind it, and with them refusals.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 0
    try:
        for number, cells in enumerate(reader, start=1):
            yield number, cells
    except csv.Error:
        raise Unreadable(
            f"Row {number + 1} cannot be read: a quotation mark is missing or too many, or a cell is far too long. "
            "Save the file again from the spreadsheet, or as Excel (.xlsx)."
        ) from None
