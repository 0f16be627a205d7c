"""Reading a roster from CSV."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import IO

from gatepost.detectors.names.person import Person
from gatepost.detectors.names.roster import Roster

_REQUIRED = ("legal_first", "legal_last")
_COLUMNS = {
    "upn": "upn",
    "admission_no": "admission_no",
    "legal_first": "legal_first",
    "legal_last": "legal_last",
    "preferred_first": "preferred_first",
    "preferred_last": "preferred_last",
    "year": "year",
    "class": "class_name",
    "class_name": "class_name",
    "dob": "dob",
}


class RosterError(ValueError):
    """A roster that could not be read; the message is a sentence that says where."""


class OtherColumns(RosterError):
    """A table whose columns are not those of the roster format: a system’s own export may be."""


def read_roster(path_or_file: str | Path | IO[str] | IO[bytes]) -> Roster:
    """The roster of a CSV file (UTF-8, with its mark or without, or Windows-1252).

    Lines before the header that begin with `#` are comments; `# contacts: …` gives the school's own numbers and
    addresses, parted by commas or semicolons. Raises `RosterError`, with the line, when a column or a name is missing.
    """
    lines = _text(path_or_file).splitlines()
    skipped, contacts = 0, []
    for line in lines:
        stripped = line.strip().strip(",")
        if stripped and not stripped.startswith(("#", '"#')):
            break
        skipped += 1
        contacts.extend(_contacts(stripped))
    return Roster(_people(lines[skipped:], skipped), contacts)


def _contacts(line: str) -> list[str]:
    name, colon, values = line.strip('"# ').partition(":")
    if not colon or name.strip().lower() not in {"contacts", "contact", "school contacts"}:
        return []
    return [v.strip() for v in values.replace(";", ",").split(",") if v.strip()]


def _text(path_or_file: str | Path | IO[str] | IO[bytes]) -> str:
    if isinstance(path_or_file, str | Path):
        try:
            data: str | bytes = Path(path_or_file).read_bytes()
        except OSError as problem:
            raise RosterError(f"The roster {path_or_file} could not be opened: {problem.strerror}.") from problem
    else:
        data = path_or_file.read()
    if isinstance(data, str):
        return data.removeprefix("\ufeff")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _people(lines: list[str], skipped: int) -> list[Person]:
    reader = csv.reader(io.StringIO("\n".join(lines)))
    try:
        header = [h.strip().lower().replace(" ", "_") for h in next(reader, [])]
        missing = [c for c in _REQUIRED if c not in header]
        if missing:
            raise OtherColumns(
                f"Line {skipped + 1} of the roster should name the columns; {' and '.join(missing)} missing."
            )
        return [_person(header, row, skipped + reader.line_num) for row in reader if any(c.strip() for c in row)]
    except csv.Error as problem:
        raise RosterError(f"Line {skipped + reader.line_num} of the roster could not be read: {problem}.") from problem


def _person(header: list[str], row: list[str], line: int) -> Person:
    cells = dict(zip(header, (c.strip() for c in row), strict=False))
    if not (cells.get("legal_first") or cells.get("preferred_first") or cells.get("legal_last")):
        raise RosterError(f"Line {line} of the roster has no name.")
    kind = cells.get("kind", "").lower() or "pupil"
    if kind not in {"pupil", "staff"}:
        raise RosterError(f"Line {line} of the roster: kind is {kind!r}; write pupil or staff.")
    names = {field: cells[column] for column, field in _COLUMNS.items() if cells.get(column)}
    return Person(**names, nicknames=nicknames_in(cells.get("nicknames", "")), kind=kind, line=line)


def nicknames_in(cell: str) -> tuple[str, ...]:
    """Return the nicknames in a cell, parted by commas, semicolons or bars."""
    return tuple(name.strip() for name in cell.replace("|", ";").replace(",", ";").split(";") if name.strip())
