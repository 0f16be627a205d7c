"""From the bytes of a file to its rows, whatever program wrote it."""

import zipfile
from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Final

from gatepost.tables.decoding import decoded
from gatepost.tables.delimited import lines_of
from gatepost.tables.grid import Line
from gatepost.tables.refused import MOST_BYTES, Unreadable
from gatepost.tables.workbook import check_unpacks, sheets_of

SAVE: Final = "Export the list as CSV or Excel (.xlsx)."
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


def sheets(
    data: bytes, *, known: Callable[[Sequence[str]], int], encoding: str = "", delimiter: str = ""
) -> dict[str, list[Line]]:
    """Return the rows of each sheet of a file by its name; a text is one sheet without a name.

    `known` counts the columns of a row whose names it knows. Raises Unreadable, saying what to do, where the file is
    no list, too large or damaged.
    """
    check_is_list(data)
    if data.startswith(b"PK"):
        return sheets_of(data)
    return {"": lines_of(decoded(data, encoding=encoding), delimiter=delimiter, known=known)}


def check_is_list(data: bytes) -> None:
    """Raise Unreadable where the first bytes are those of something that is no list, or the file is too large."""
    if len(data) > MOST_BYTES:
        raise Unreadable(f"The file is larger than {MOST_BYTES // 2**20} MB. Leave out columns, or split it by year.")
    if not data.strip(b"\x00 \t\r\n\xff\xfe\xef\xbb\xbf"):
        raise Unreadable(f"The file is empty. {SAVE}")
    for start, what in _OTHERS:
        if data.startswith(start):
            raise Unreadable(f"{what} {SAVE}")
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:10].lower().startswith(_MARKUP):
        raise Unreadable(f"This is a web page, though it may be called .xls. Open it in Excel, then save it. {SAVE}")
    if data.startswith(b"PK"):
        _check_is_workbook(data)


def _check_is_workbook(data: bytes) -> None:
    check_unpacks(data)
    with zipfile.ZipFile(BytesIO(data)) as packed:
        if "xl/workbook.xml" not in packed.namelist():
            raise Unreadable(f"This is a packed file, but no Excel workbook. {SAVE}")
