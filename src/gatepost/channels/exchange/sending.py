"""The register as a file: every field, how each check stands, and whether the policy counts the account as official."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from django.utils import timezone

from gatepost.channels.counting import SAID, counted
from gatepost.channels.exchange.cells import CHOICES
from gatepost.channels.exchange.columns import CHECK, COLUMNS, OFFICIAL
from gatepost.channels.exchange.people import written
from gatepost.channels.exchange.register import Whole, called
from gatepost.channels.looks import Look
from gatepost.channels.models import Administrator, Channel, Poster, PosterRole
from gatepost.channels.models.channel import platform_name
from gatepost.channels.standing import Standing
from gatepost.schools.roles import role_name
from gatepost.tables.sheets import csv_of, xlsx_of

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
    checks = [(kind, look.name) for kind, look in standings[0].looks.items()] if standings else []
    headings = [COLUMNS[field].heading for field in columns]
    headings += [OFFICIAL, *(f"{CHECK}{name}" for _, name in checks)]
    rows = _rows(found, standings, columns=columns, private=private)
    return csv_of(headings, rows) if ending == "csv" else xlsx_of(headings, rows, title="Accounts")


def _rows(found: Whole, standings: Sequence[Standing], *, columns: Sequence[str], private: bool) -> Iterator[list[str]]:
    by_channel = {one.channel.pk: one for one in standings}
    for channel in found.channels:
        cells = _cells(channel, found, private=private)
        standing = by_channel[channel.pk]
        told = [SAID[counted(standing)], *(_look(look) for look in standing.looks.values())]
        yield [*(cells[field] for field in columns), *told]


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


def _look(look: Look) -> str:
    check = look.check
    if check is None:
        return look.words
    until = f", until {check.expires_on.isoformat()}" if check.expires_on else ""
    return f"{look.words}, looked at {timezone.localdate(check.checked_at).isoformat()}{until}"
