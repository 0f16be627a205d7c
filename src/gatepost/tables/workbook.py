"""Excel workbooks (.xlsx): everything as text, as a person sees it in the cell."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any, Final

from gatepost.tables.grid import Line, checked
from gatepost.tables.refused import MOST_COLUMNS, Unreadable

MOST_UNPACKED: Final = 120 * 1024 * 1024
_MOST_PARTS: Final = 500
_MOST_TAGS: Final = {True: 2_500_000, False: 100_000}
"""How many tags the parts that hold sheets and their words may have together, and all others."""
_MOST_SCANNED: Final = 100_000
_MOST_CELLS: Final = 1_000_000
_LISTS: Final = re.compile(r"xl/(?:worksheets/[^/]+|sharedStrings)\.xml")
_LARGE: Final = "The workbook has far more in it than a list has. Save the list by itself, as “CSV UTF-8”."
_DAMAGED: Final = "The workbook is damaged or not finished. Export it again, or save it as “CSV UTF-8”."


def sheets_of(data: bytes) -> dict[str, list[Line]]:
    """Return the rows of each sheet that is not hidden, by its name.

    Raises Unreadable where the workbook is damaged, locked, or unpacks to more than a list can be.
    """
    check_unpacks(data)
    import openpyxl

    try:
        _check_parts(data)
        # Values, never formulas: what a formula came to when the file was saved, or nothing.
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        found = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        room = _Room()
        return {sheet.title: checked(_rows(sheet, room)) for sheet in found}
    except Unreadable:
        raise
    except Exception as fault:  # openpyxl lets through whatever its parsers raise
        raise Unreadable(_DAMAGED) from fault


def check_unpacks(data: bytes) -> None:
    """Raise Unreadable where a zip is damaged, locked, or would fill the memory when it is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
            if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
                raise Unreadable("The file unpacks to far more than a list has. Save it as “CSV UTF-8” instead.")
            if any(part.flag_bits & 1 for part in parts):
                raise Unreadable("The file is locked with a password. Save it without one.")
            if any(_declares_entities(packed, part) for part in parts):
                raise Unreadable(_DAMAGED)
    # A RuntimeError is what zipfile raises for a way of packing that it does not know; no spreadsheet program uses one.
    except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, ValueError, EOFError):
        raise Unreadable(_DAMAGED) from None


def _declares_entities(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Return whether a part defines words of its own, by which a small file grows without end. No program does."""
    if not part.filename.endswith((".xml", ".rels")):
        return False
    with packed.open(part) as stream:
        head = stream.read(64 * 1024).replace(b"\x00", b"")
    return b"<!DOCTYPE" in head or b"<!ENTITY" in head


def _check_parts(data: bytes) -> None:
    """Raise Unreadable where reading the parts would take far longer than a list does."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        tags = {True: 0, False: 0}
        for name in packed.namelist():
            if name.endswith((".xml", ".rels")):
                tags[bool(_LISTS.fullmatch(name))] += _tags(packed, name)
        if any(tags[lists] > most for lists, most in _MOST_TAGS.items()):
            raise Unreadable(_LARGE)
        _check_named(packed)


def _check_named(packed: zipfile.ZipFile) -> None:
    """Raise Unreadable where a part is called a sheet and said to be something else, or a sheet is named twice."""
    from openpyxl.packaging.manifest import Manifest
    from openpyxl.xml.constants import ARC_CONTENT_TYPES, SHARED_STRINGS, WORKSHEET_TYPE
    from openpyxl.xml.functions import fromstring

    tree: Any = fromstring(packed.read(ARC_CONTENT_TYPES))
    manifest: Any = Manifest.from_tree(tree)
    others = [one.PartName for one in manifest.Override if one.ContentType not in (SHARED_STRINGS, WORKSHEET_TYPE)]
    named = packed.read("xl/workbook.xml").replace(b"\x00", b"").count(b"sheetId")
    sheets = sum("sheet" in name for name in packed.namelist())
    if named > sheets or any(_LISTS.fullmatch(name.lstrip("/")) for name in others):
        raise Unreadable(_DAMAGED)


def _tags(packed: zipfile.ZipFile, name: str) -> int:
    with packed.open(name) as stream:
        return sum(chunk.count(b"<") for chunk in iter(lambda: stream.read(1024 * 1024), b""))


class _Room:
    """How many rows and cells are still read, empty ones too: the sheets of a workbook share them."""

    def __init__(self) -> None:
        self.rows, self.cells = _MOST_SCANNED, _MOST_CELLS

    def take(self, cells: int) -> None:
        """Count one row. Raises Unreadable where there is no room for it."""
        self.rows, self.cells = self.rows - 1, self.cells - cells
        if self.rows < 0:
            raise Unreadable("The sheet has very many empty rows. Delete those below the list, and save it again.")
        if self.cells < 0:
            raise Unreadable("The sheet has very many cells. Leave out the columns that are not needed.")


def _rows(sheet: Any, room: _Room) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of a sheet with their numbers.

    openpyxl’s own rows have a cell for every column up to the last one that a row names, and reach as far as the sheet
    says of itself: of a small file both may be millions. So the cells that are there are read, and nothing after them.
    """
    from openpyxl.worksheet._reader import DATA_TAG, ROW_TAG, WorkSheetParser
    from openpyxl.xml.functions import iterparse

    book = sheet.parent
    with sheet._get_source() as source:  # openpyxl has no other way to the cells that are there
        parser = WorkSheetParser(
            source, sheet._shared_strings, data_only=True, epoch=book.epoch, date_formats=book._date_formats,
            timedelta_formats=book._timedelta_formats,
        )  # fmt: skip
        for _, element in iterparse(source):
            if element.tag == DATA_TAG:
                return
            if element.tag == ROW_TAG:
                room.take(len(element))
                number, cells = parser.parse_row(element)
                element.clear()
                yield number, _texts(sheet, number, cells)


def _texts(sheet: Any, number: int, cells: Iterable[dict[str, Any]]) -> list[str]:
    from openpyxl.cell.read_only import ReadOnlyCell

    filled = {cell["column"]: ReadOnlyCell(sheet, **cell) for cell in cells if cell["value"] is not None}
    last = max(filled, default=0)
    if last > MOST_COLUMNS:
        raise Unreadable(f"Row {number} has more than {MOST_COLUMNS} columns. Leave out what is not needed.")
    return [_text(filled[place]) if place in filled else "" for place in range(1, last + 1)]


def _text(cell: Any) -> str:
    """Return a cell as text: days as 2026-09-01, whole numbers without a point, with the zeros that the cell shows."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime):
        return value.isoformat(sep=" ") if value.hour or value.minute or value.second else value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    shown = str(getattr(cell, "number_format", "") or "")
    zeros = len(shown) if isinstance(value, int) and re.fullmatch("0+", shown) else 0
    return str(value).zfill(zeros)
