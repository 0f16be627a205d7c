"""Whether a row is kept for the record alone: its yes is none of today’s, and its no counts all the same."""

from collections.abc import Mapping
from typing import Final

from gatepost.consents.imports.words import GRANTED, REFUSED, folded, state_of
from gatepost.tables.days import is_day

_IN_USE: Final = frozenset({"active", "current", "live", "in use", "not archived"})
_PUT_AWAY: Final = frozenset({"archived", "inactive", "not active", "superseded", "deleted", "obsolete"})
_EMPTY: Final = frozenset({"", "-", "–", "—"})
_ASKS: Final = {"archived": "whether it is archived", "active": "whether it is still in use"}


def is_archived(cells: Mapping[str, str]) -> bool:
    """Return whether a row is archived, by its cells by field; also where they leave it in doubt."""
    return any(_in_use(name, cells[name]) is not True for name in _ASKS if name in cells)


def in_doubt(cells: Mapping[str, str]) -> tuple[str, ...]:
    """Return, as sentences, what does not tell whether a row is archived."""
    asked = [(name, cells[name]) for name in _ASKS if name in cells]
    return tuple(
        f"“{cell[:40]}” does not say {_ASKS[name]}, so its yes is not taken."
        if cell
        else f"It does not say {_ASKS[name]}, so its yes is not taken."
        for name, cell in asked
        if _in_use(name, cell) is None
    )


def _in_use(name: str, cell: str) -> bool | None:
    """Return whether a cell of one of the two columns says that its row is in use; None where it does not tell."""
    word = folded(cell)
    if word in _IN_USE or word in _PUT_AWAY:
        return word in _IN_USE
    if name == "archived" and (word in _EMPTY or is_day(cell)):
        return word in _EMPTY  # a box without a tick, or no day on which it was put away
    state = state_of(word, chosen={}) if word else None
    return None if state not in (GRANTED, REFUSED) else (state == GRANTED) == (name == "active")
