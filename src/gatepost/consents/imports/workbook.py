"""Excel workbooks (.xlsx): everything as text, as a person sees it in the cell."""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any, Final

from gatepost.consents.imports.grid import Line, checked
from gatepost.consents.imports.refused import Unreadable

MOST_UNPACKED: Final = 120 * 1024 * 1024
_MOST_PARTS: Final = 500
_MOST_SCANNED: Final = 100_000
_DAMAGED: Final = "The workbook is damaged or not finished. Export it again, or save it as “CSV UTF-8”."


def sheets_of(data: bytes) -> dict[str, list[Line]]:
    """Return the rows of each sheet that is not hidden, by its name.

    Raises Unreadable where the workbook is damaged, locked, or unpacks to more than a list of pupils can be.
    """
    check_unpacks(data)
    import openpyxl

    try:
        # Values, never formulas: what a formula came to when the file was saved, or nothing.
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        found = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        return {sheet.title: checked(_rows(sheet)) for sheet in found}
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
                raise Unreadable("The file unpacks to far more than a list of pupils. Save it as “CSV UTF-8” instead.")
            if any(part.flag_bits & 1 for part in parts):
                raise Unreadable("The file is locked with a password. Save it without one.")
            if any(_declares_entities(packed, part) for part in parts):
                raise Unreadable(_DAMAGED)
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError, EOFError):
        raise Unreadable(_DAMAGED) from None


def _declares_entities(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Return whether a part defines words of its own, by which a small file grows without end. No program does."""
    if not part.filename.endswith((".xml", ".rels")):
        return False
    with packed.open(part) as stream:
        head = stream.read(64 * 1024).replace(b"\x00", b"")
    return b"<!DOCTYPE" in head or b"<!ENTITY" in head


def _rows(sheet: Any) -> Iterator[tuple[int, list[str]]]:
    sheet.reset_dimensions()  # what a sheet says of its size may be far from the truth
    rows: Iterable[tuple[Any, ...]] = sheet.iter_rows(max_col=None)
    for number, cells in enumerate(rows, start=1):
        if number > _MOST_SCANNED:
            raise Unreadable("The sheet has very many empty rows. Delete those below the list, and save it again.")
        texts = [_text(cell) for cell in cells]
        while texts and not texts[-1]:
            texts.pop()
        yield number, texts


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
