"""The register as a file: every field, how each check stands, and whether the policy counts the account as official."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any, Final

from django.utils import timezone

from gatepost.channels.counting import SAID, counted
from gatepost.channels.exchange.cells import CHOICES
from gatepost.channels.exchange.columns import CHECK, COLUMNS, OFFICIAL, REASONS
from gatepost.channels.exchange.people import written
from gatepost.channels.exchange.register import Whole, called
from gatepost.channels.models import Administrator, Channel, Check, Poster, PosterRole
from gatepost.channels.models.channel import platform_name
from gatepost.channels.standing import Standing
from gatepost.schools.roles import role_name
from gatepost.tables.sheets import csv_of, xlsx_of

Says = Callable[[Standing], str]
_ROLES: Final = frozenset({"owner_role", "master_holder"})
TYPES: Final = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""Ending of a file → its type."""


def file_of(found: Whole, standings: Sequence[Standing], *, ending: str, private: bool) -> bytes:
    """Return the register as a file, `csv` or `xlsx`. Given in again it changes nothing.

    Days are ISO 8601. Without `private` what only those who keep the accounts read is left out.
    """
    columns = [field for field, column in COLUMNS.items() if private or not column.private]
    beside = list(_beside(found, standings))
    headings = [*(COLUMNS[field].heading for field in columns), *(heading for heading, _ in beside)]
    rows = _rows(found, standings, columns=columns, beside=[says for _, says in beside], private=private)
    return csv_of(headings, rows) if ending == "csv" else xlsx_of(headings, rows, title="Accounts")


def _rows(
    found: Whole, standings: Sequence[Standing], *, columns: Sequence[str], beside: Sequence[Says], private: bool
) -> Iterator[list[str]]:  # fmt: skip
    by_channel = {one.channel.pk: one for one in standings}
    for channel in found.channels:
        cells = _cells(channel, found, private=private)
        yield [*(cells[field] for field in columns), *(says(by_channel[channel.pk]) for says in beside)]


def _beside(found: Whole, standings: Sequence[Standing]) -> Iterator[tuple[str, Says]]:
    """Yield the columns beside the register: the heading of each, and what it says of an account.

    How somebody looked and where it can be seen have columns of their own, where anybody has said it of any account.
    """
    yield OFFICIAL, lambda one: SAID[counted(one)]
    for kind, look in standings[0].looks.items() if standings else ():
        yield f"{CHECK}{look.name}", partial(_look, kind=kind)
        for part in ("how", "evidence"):
            if any(_said(one, kind=kind, part=part) for one in standings):
                yield f"{CHECK}{look.name}, {part}", partial(_said, kind=kind, part=part)
    if any(row.reason for rows in found.admins.values() for row in rows):
        yield REASONS, lambda one: _reasons(found.admins.get(one.channel.pk, ()))


def _cells(channel: Channel, found: Whole, *, private: bool) -> Mapping[str, str]:
    owner = channel.owner
    people = {
        "number": str(channel.pk),
        "owner": written(owner.name, owner, whole=private) if owner else "",
        "admins": _list(found.admins.get(channel.pk, ()), private=private),
        "posters": _list(found.posters.get(channel.pk, ()), private=private),
    }
    return {field: people[field] if field in people else _cell(field, getattr(channel, field)) for field in COLUMNS}


def _cell(field: str, value: Any) -> str:
    if value in (None, ""):
        return ""
    if field == "platform":
        return platform_name(value)
    if field in CHOICES:
        return CHOICES[field].get(value, str(value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return value.isoformat()
    return role_name(value) if field in _ROLES else str(value)


def _list(rows: Sequence[Administrator | Poster | PosterRole], *, private: bool) -> str:
    return "; ".join(written(called(row), getattr(row, "person", None), whole=private) for row in rows)


def _look(standing: Standing, *, kind: str) -> str:
    look = standing.looks[kind]
    check = look.check
    if check is None:
        return look.words
    who = check.checked_by if isinstance(check, Check) else None
    by = f" by {who.name}" if who else ""
    until = f", until {check.expires_on.isoformat()}" if check.expires_on else ""
    return f"{look.words}, looked at {timezone.localdate(check.checked_at).isoformat()}{by}{until}"


def _said(standing: Standing, *, kind: str, part: str) -> str:
    return str(getattr(standing.looks[kind].check, part, ""))


def _reasons(admins: Sequence[Administrator]) -> str:
    return "; ".join(f"{called(row)}: {row.reason}" for row in admins if row.reason)
