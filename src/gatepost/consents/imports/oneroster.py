"""The roll in OneRoster's files (1.1 and 1.2): users, with demographics and classes where they are given."""

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePath
from typing import Final

from gatepost.consents.imports.rolls import NAMES, NUMBERS, Enrolled, RollRead, enrolled, joined
from gatepost.consents.imports.said import Remark
from gatepost.consents.imports.upns import plain_upn
from gatepost.tables.decoding import decoded
from gatepost.tables.delimited import lines_of
from gatepost.tables.grid import Line
from gatepost.tables.refused import MOST_ROWS, Unreadable
from gatepost.tables.workbook import check_unpacks

USERS: Final = "users.csv"
_FILES: Final = (USERS, "demographics.csv", "enrollments.csv", "classes.csv", "roles.csv")
_DELETED: Final = "tobedeleted"
_ID: Final = re.compile(r"([^{}:,]+):([^{}]*)")
_MANY: Final = MOST_ROWS * 20
Row = dict[str, str]


def is_oneroster(data: bytes) -> bool:
    """Return whether the bytes are a zip that has OneRoster's users, or the file of users itself."""
    if data.startswith(b"PK"):
        return USERS in _packed(data)
    head = data[:2000].splitlines()[:1] or [b""]
    return b"sourcedid" in head[0].lower() and b"givenname" in head[0].lower()


def files_in(data: bytes) -> dict[str, bytes]:
    """Return OneRoster's files by name, of a zip or of the file of users alone."""
    return _packed(data) if data.startswith(b"PK") else {USERS: data}


def oneroster(files: Mapping[str, bytes]) -> RollRead:
    """Return the pupils of OneRoster's files, and those whom they mark as deleted. Others than students are left out.

    Raises Unreadable where a file is damaged, or there are no users.
    """
    if USERS not in files:
        raise Unreadable(f"There is no {USERS} in it. Export the OneRoster files again, with the users.")
    numbered = _rows(files[USERS], USERS)
    students = _students(files)
    born = {row["sourcedid"]: row.get("birthdate", "") for _, row in _rows(files.get("demographics.csv", b""), "")}
    classes = _classes(files)
    errors: list[Remark] = []
    pupils: list[Enrolled] = []
    for number, row in numbered:
        if _is_deleted(row) or not _is_student(row, students):
            continue
        said = _said(row) | {"dob": born.get(row["sourcedid"], ""), "class_name": classes.get(row["sourcedid"], "")}
        one = enrolled(number, {name: text for name, text in said.items() if text}, errors)
        pupils += [one] if one else []
    gone = tuple(_gone(number, row) for number, row in numbered if _is_deleted(row))
    return replace(joined(pupils, errors, rows=len(numbered)), gone=gone)


def _is_deleted(row: Row) -> bool:
    return row.get("status", "").casefold() == _DELETED


def _gone(number: int, row: Row) -> Enrolled:
    """Return what a row says of whoever is deleted: also without a name, and whatever they were."""
    said = _said(row)
    return Enrolled(number, {name: said[name] for name in (*NUMBERS, *NAMES)} | {"upn": plain_upn(said["upn"])})


def _said(row: Row) -> Row:
    grade = row.get("grades", "").split(",")[0].strip()
    ids = {kind.strip().casefold(): held.strip() for kind, held in _ID.findall(row.get("userids", ""))}
    return {
        "mis_id": row["sourcedid"], "legal_first": row.get("givenname", ""), "legal_last": row.get("familyname", ""),
        "preferred_first": row.get("preferredfirstname", ""), "preferred_last": row.get("preferredlastname", ""),
        "admission_no": row.get("identifier", ""), "year": grade, "upn": ids.get("upn", ""),
    }  # fmt: skip


def _students(files: Mapping[str, bytes]) -> frozenset[str]:
    """Return the users whose role is in a file of its own, as from version 1.2 on."""
    roles = _rows(files.get("roles.csv", b""), "")
    return frozenset(row.get("usersourcedid", "") for _, row in roles if row.get("role", "").casefold() == "student")


def _is_student(row: Row, students: frozenset[str]) -> bool:
    role = row.get("role", "").casefold()
    return role == "student" if role else row["sourcedid"] in students


def _classes(files: Mapping[str, bytes]) -> dict[str, str]:
    """Return the homeroom of each user: in OneRoster's words the class that takes the register."""
    homes = {
        row["sourcedid"]: row.get("title", "")
        for _, row in _rows(files.get("classes.csv", b""), "")
        if row.get("classtype", "").casefold() == "homeroom"
    }
    rows = (row for _, row in _rows(files.get("enrollments.csv", b""), ""))
    joined_to = {row.get("usersourcedid", ""): homes.get(row.get("classsourcedid", ""), "") for row in rows
                 if row.get("classsourcedid", "") in homes}  # fmt: skip
    return {user: title[:40] for user, title in joined_to.items()}


def _rows(data: bytes, name: str) -> list[tuple[int, Row]]:
    if not data:
        return []
    lines = lines_of(decoded(data), delimiter=",", known=len, most=_MANY)
    header = [cell.casefold() for cell in lines[0].cells] if lines else []
    if "sourcedid" not in header:
        raise Unreadable(f"{name or 'One of the files'} has no column sourcedid, so it is not one of OneRoster’s.")
    return [(line.number, _by_name(header, line)) for line in lines[1:]]


def _by_name(header: list[str], line: Line) -> Row:
    return dict(zip(header, line.cells + ("",) * len(header), strict=False))


def _packed(data: bytes) -> dict[str, bytes]:
    check_unpacks(data)
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        names = {PurePath(name).name.casefold(): name for name in packed.namelist()}
        try:
            return {name: packed.read(names[name]) for name in _FILES if name in names}
        except (zipfile.BadZipFile, OSError, EOFError, RuntimeError):
            raise Unreadable("The zip is damaged. Export the OneRoster files again.") from None
