"""What came of a list, as JSON has it: what `gatepost consents import` prints, and the API answers."""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from gatepost.consents.comparing import Compared, RollCompared
from gatepost.consents.imports.moments import NO
from gatepost.consents.imports.said import Said
from gatepost.consents.imports.upns import plain_upn
from gatepost.consents.imports.words import GRANTED, UNKNOWN

_OF_PEOPLE: Final = ("missing", "responsibility")
_WRITTEN: Final = ("granted", "refused", "changed", "stands", "added", "unchanged", "missing", "responsibility")


def as_json(
    found: Compared | RollCompared, *, counts: Mapping[str, int], held_back: bool, answers: bool
) -> dict[str, Any]:
    """Return what a list said, row by row, with what it changed or would change. Stable: change it only by adding.

    `answers` is whether whoever is told may see what was answered. Without it the counts are of what the list says, and
    nothing tells what is on record: of a list of one row that would be an answer.
    """
    of_consents = isinstance(found, Compared)
    told = remarks_of(found)
    stands = told.pop("stands") if answers else []
    return {
        "rows": found.read.rows,
        "states": [_state(one, found) for one in found.read.said] if isinstance(found, Compared) else [],
        "errors": told["errors"],
        "review": sorted([*told["review"], *stands], key=lambda one: int(one["row"])),
        "choices_needed": [one.as_json() for one in found.choices],
        "counts": _counts(found, counts, answers=answers),
        "held_back": held_back and of_consents,
    }


def remarks_of(found: Compared | RollCompared) -> dict[str, list[dict[str, Any]]]:
    """Return what is wrong with which rows, which of them somebody must look at, and whose yes lifts no no.

    The last are only for those who may see what was answered.
    """
    review = (*found.review, *(found.responsibility.stands if isinstance(found, Compared) else ()))
    stands = found.stands if isinstance(found, Compared) else ()
    return {
        "errors": [{"row": one.row, "message": one.why} for one in found.errors],
        "review": [{"row": one.row, "why": one.why} for one in review],
        "stands": [{"row": one.row, "why": one.why} for one in stands],
    }


def _counts(found: Compared | RollCompared, counts: Mapping[str, int], *, answers: bool) -> dict[str, int]:
    if isinstance(found, Compared) and not answers:
        said = Counter(one.state for one in found.found.answers.values())
        told = {"granted": said[GRANTED], "refused": sum(said[state] for state in NO), "unknown": said[UNKNOWN]}
        return told | {sort: counts[sort] for sort in _OF_PEOPLE if sort in counts}
    return {sort: counts[sort] for sort in _WRITTEN if sort in counts}


def _state(one: Said, found: Compared) -> dict[str, Any]:
    key = found.found.keys.get(one.row)
    upn = plain_upn(one.who.upn) or (found.pupils[key].upn if key is not None else "")
    return {
        "row": one.row, "upn": upn or None, "type": one.type, "state": one.state, "date": _day(one.at),
        "given_by": one.given_by or None, "relationship": one.relationship or None,
    }  # fmt: skip


def _day(at: datetime | None) -> str | None:
    return at.date().isoformat() if at else None
