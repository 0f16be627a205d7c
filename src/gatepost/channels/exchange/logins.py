"""What a table gives away of logins. It is refused before anything else is read of it, and never repeated."""

from collections.abc import Iterator, Mapping
from typing import Final
from urllib.parse import unquote

from gatepost.channels.exchange.cells import PEOPLE, bare
from gatepost.channels.exchange.columns import CHECK, COLUMNS, LOGINS, field_of, plain
from gatepost.channels.secrets import INSTEAD, refusal_of
from gatepost.tables.grid import Table

_NAMES: Final = frozenset({"platform", "owner_role", *PEOPLE})
"""Columns whose cells name somebody or something, and never say anything of a login."""
_PIECE: Final = 500
_OVERLAP: Final = 100


def in_headings(table: Table) -> Iterator[str]:
    """Yield why columns are refused: their heading holds a secret, or they hold logins by their heading."""
    for place, name in enumerate(table.columns, start=1):
        word = LOGINS.search(plain(name))
        if why := _refusal(name):
            yield f"The heading of column {place}: {why}"
        elif word and not _is_ours(name) and any(map(bare, table.values(name))):
            yield (f"The column “{word[0].capitalize()}”, number {place}, holds logins, which Gatepost never takes in. "
                   "Delete the column, and keep the logins in a password manager.")  # fmt: skip


def in_cells(cells: Mapping[str, str], fields: Mapping[str, str | None]) -> Iterator[str]:
    """Yield why cells of a row are refused: they seem to hold a secret, whatever their column is for."""
    for place, (name, cell) in enumerate(cells.items(), start=1):
        field, text = fields[name], bare(cell)
        why = _refusal(text)
        if not why and field in _NAMES and LOGINS.search(plain(text)):
            why = f"It speaks of a login, where only a name belongs. {INSTEAD}"
        if why:
            yield f"{COLUMNS[field].heading if field else f'Column {place}'}: {why}"


def holds_logins(table: Table) -> bool:
    """Return whether anything in a table gives a login away: then nothing of it is shown again."""
    fields = {name: field_of(name) for name in table.columns}
    rows = (in_cells(table.cells(line), fields) for line in table.lines)
    return any(True for found in (in_headings(table), *rows) for _ in found)


def may_be_named(heading: str) -> bool:
    """Return whether a heading can be repeated: it says nothing of a login."""
    return not LOGINS.search(plain(heading)) and not _refusal(heading)


def _is_ours(heading: str) -> bool:
    return heading.startswith(CHECK) or field_of(heading) is not None


def _refusal(text: str) -> str:
    return next((why for part in _parts(text) if (why := _found(part))), "")


def _found(text: str) -> str:
    # What stands in the query of an address is read as people write it: “password=…” as “password: …”.
    return refusal_of(text) or (refusal_of(unquote(text).replace("=", ": ")) if "/" in text and "=" in text else "")


def _parts(text: str) -> Iterator[str]:
    """Yield a text in pieces that overlap, so that a long list of people is looked at to its end."""
    for start in range(0, max(1, len(text) - _OVERLAP), _PIECE - _OVERLAP):
        yield text[start : start + _PIECE]
