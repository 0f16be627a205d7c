"""What came of a list, as JSON has it: what `gatepost consents import` prints, and the API answers."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from gatepost.consents.comparing import Compared, RollCompared
from gatepost.consents.imports.said import Said
from gatepost.consents.imports.upns import plain_upn

_WRITTEN: Final = ("granted", "refused", "changed", "stands", "added", "unchanged", "missing", "responsibility")


def as_json(found: Compared | RollCompared, *, counts: Mapping[str, int], held_back: bool) -> dict[str, Any]:
    """Return what a list said, row by row, with what it changed or would change. Stable: change it only by adding."""
    of_consents = isinstance(found, Compared)
    return {
        "rows": found.read.rows,
        "states": [_state(one, found) for one in found.read.said] if isinstance(found, Compared) else [],
        **remarks_of(found),
        "choices_needed": [one.as_json() for one in found.choices],
        "counts": {sort: counts[sort] for sort in _WRITTEN if sort in counts},
        "held_back": held_back and of_consents,
    }


def remarks_of(found: Compared | RollCompared) -> dict[str, list[dict[str, Any]]]:
    """Return what is wrong with which rows, and which of them somebody must look at."""
    return {
        "errors": [{"row": one.row, "message": one.why} for one in found.errors],
        "review": [{"row": one.row, "why": one.why} for one in found.review],
    }


def _state(one: Said, found: Compared) -> dict[str, Any]:
    key = found.found.keys.get(one.row)
    upn = plain_upn(one.who.upn) or (found.pupils[key].upn if key is not None else "")
    return {
        "row": one.row, "upn": upn or None, "type": one.type, "state": one.state, "date": _day(one.at),
        "given_by": one.given_by or None, "relationship": one.relationship or None,
    }  # fmt: skip


def _day(at: datetime | None) -> str | None:
    return at.date().isoformat() if at else None
