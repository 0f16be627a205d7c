"""Lists that we hand back, safe to open in a spreadsheet."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Final

_UNWRITABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no workbook can hold."""
_RISKY: Final = ("=", "+", "-", "@", "\t", "\r")


def risky(text: str) -> bool:
    """Return whether a spreadsheet could take a text for a formula, were it not for the marks that stand before it."""
    return text.lstrip(" '").startswith(_RISKY)


def neutral(cell: object) -> str:
    """Return a cell as text that no spreadsheet takes for a formula: with a mark before it, which can be taken off."""
    text = str(cell)
    return f"'{text}" if risky(text) else text


def csv_of(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Return a CSV file, with the mark by which Excel knows its encoding."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([neutral(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def xlsx_of(columns: Sequence[str], rows: Iterable[Sequence[object]], *, title: str) -> bytes:
    """Return an Excel workbook with one sheet of this name: every cell is text, and none a formula."""
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet(title[:31])
    sheet.append([*columns])
    for row in rows:
        sheet.append([_UNWRITABLE.sub("", neutral(cell)) for cell in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
