"""From the bytes of a file to its table, whatever program wrote it."""

import zipfile
from io import BytesIO
from typing import Final

from gatepost.consents.imports.columns import known
from gatepost.consents.imports.decoding import decoded
from gatepost.consents.imports.delimited import lines_of
from gatepost.consents.imports.grid import Line, Table
from gatepost.consents.imports.heading import under_header
from gatepost.consents.imports.refused import MOST_BYTES, Unreadable
from gatepost.consents.imports.workbook import check_unpacks, sheets_of

_SAVE: Final = "Export the list as CSV or Excel (.xlsx)."
_OTHERS: Final = (
    (b"%PDF", "This is a PDF, which is made for printing."),
    (b"\xd0\xcf\x11\xe0", "This is an old Excel file (.xls), or one that is locked with a password."),
    (b"{\\rtf", "This is a text document."),
    (b"\x89PNG", "This is a picture."),
    (b"\xff\xd8\xff", "This is a picture."),
    (b"GIF8", "This is a picture."),
    (b"\x1f\x8b", "This is a packed archive."),
    (b"7z\xbc\xaf", "This is a packed archive."),
    (b"Rar!", "This is a packed archive."),
    (b"SQLite format", "This is a database."),
)
_MARKUP: Final = (b"<!doctype", b"<html", b"<head", b"<body", b"<table", b"<?xml", b"<meta")


def opened(data: bytes, *, encoding: str = "", delimiter: str = "", columns: frozenset[str] = frozenset()) -> Table:
    """Return the table of a file. `columns` are names that somebody has chosen a meaning for.

    Raises Unreadable, saying what to do, where it is no list, too large, damaged, or has no row of column names.
    """
    check_is_list(data)
    if data.startswith(b"PK"):
        return _in_workbook(sheets_of(data), columns)
    text = decoded(data, encoding=encoding)
    lines = lines_of(text, delimiter=delimiter, known=lambda cells: known(cells, columns))
    return under_header(lines, columns=columns)


def check_is_list(data: bytes) -> None:
    """Raise Unreadable where the first bytes are those of something that is no list, or the file is too large."""
    if len(data) > MOST_BYTES:
        raise Unreadable(f"The file is larger than {MOST_BYTES // 2**20} MB. Leave out columns, or split it by year.")
    if not data.strip(b"\x00 \t\r\n\xff\xfe\xef\xbb\xbf"):
        raise Unreadable(f"The file is empty. {_SAVE}")
    for start, what in _OTHERS:
        if data.startswith(start):
            raise Unreadable(f"{what} {_SAVE}")
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:10].lower().startswith(_MARKUP):
        raise Unreadable(f"This is a web page, though it may be called .xls. Open it in Excel, then save it. {_SAVE}")
    if data.startswith(b"PK"):
        _check_is_workbook(data)


def _check_is_workbook(data: bytes) -> None:
    check_unpacks(data)
    with zipfile.ZipFile(BytesIO(data)) as packed:
        if "xl/workbook.xml" not in packed.namelist():
            raise Unreadable(f"This is a packed file, but no Excel workbook. {_SAVE}")


def _in_workbook(sheets: dict[str, list[Line]], columns: frozenset[str]) -> Table:
    found: dict[str, Table] = {}
    problem = Unreadable(f"The workbook has no sheet with anything in it. {_SAVE}")
    for name, lines in sheets.items():
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
