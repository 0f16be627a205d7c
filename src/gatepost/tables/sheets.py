"""Lists that we hand back, safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Final

_RISKY: Final = ("=", "+", "-", "@", "\t", "\r")


def neutral(cell: object) -> str:
    """Return a cell as text that no spreadsheet takes for a formula."""
    text = str(cell)
    return f"'{text}" if text.lstrip(" ").startswith(_RISKY) else text


def csv_of(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Return a CSV file, with the mark by which Excel knows its encoding."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([neutral(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")
