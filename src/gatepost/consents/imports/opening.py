"""From the bytes of a file to its table, whatever program wrote it."""

from gatepost.consents.imports.columns import known
from gatepost.consents.imports.heading import under_header
from gatepost.tables.grid import Line, Table
from gatepost.tables.opening import SAVE, sheets
from gatepost.tables.refused import Unreadable


def opened(data: bytes, *, encoding: str = "", delimiter: str = "", columns: frozenset[str] = frozenset()) -> Table:
    """Return the table of a file. `columns` are names that somebody has chosen a meaning for.

    Raises Unreadable, saying what to do, where it is no list, too large, damaged, or has no row of column names.
    """
    found = sheets(data, encoding=encoding, delimiter=delimiter, known=lambda cells: known(cells, columns))
    return under_header(found[""], columns=columns) if "" in found else _in_workbook(found, columns)


def _in_workbook(lists: dict[str, list[Line]], columns: frozenset[str]) -> Table:
    found: dict[str, Table] = {}
    problem = Unreadable(f"The workbook has no sheet with anything in it. {SAVE}")
    for name, lines in lists.items():
        try:
            found[name] = under_header(lines, columns=columns)
        except Unreadable as refusal:
            problem = refusal if lines else problem
    if len(found) > 1:
        names = " and ".join(f"“{name}”" for name in list(found)[:2])
        raise Unreadable(f"The workbook has more than one list, on {names}. Save the one that you mean by itself.")
    if not found:
        raise problem
    return next(iter(found.values()))
