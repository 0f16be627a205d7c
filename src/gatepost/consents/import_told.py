"""What came of a list, as JSON has it: what `gatepost consents import` prints, and the API answers."""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from gatepost.consents.comparing import Compared, RollCompared
from gatepost.consents.imports.moments import NO
from gatepost.consents.imports.said import Said
from gatepost.consents.imports.upns import plain_upn
from gatepost.consents.imports.words import GRANTED, REFUSED, UNKNOWN

_OF_PEOPLE: Final = ("missing", "responsibility")
_WRITTEN: Final = ("granted", "refused", "changed", "stands", "added", "unchanged", "missing", "responsibility")

NOES_FIRST, SAID_NO, SAID_OPEN = "noes", "said_no", "said_open"
"""What is counted of a list whose noes were taken in first: how many were new, what it said itself: no, and nothing."""


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


def said_in(found: Compared) -> dict[str, int]:
    """Return how many answers of those whom the school has are yes, no and open, as the list says it."""
    said = Counter(one.state for one in found.found.answers.values())
    return {GRANTED: said[GRANTED], REFUSED: sum(said[state] for state in NO), UNKNOWN: said[UNKNOWN]}


def noes_left(found: Compared, counts: Mapping[str, int], *, answers: bool) -> bool:
    """Return whether a list has something to take in before its yeses, beside what was taken in so: by its `counts`.

    Without `answers` that follows from what the list says, and not from what is on record.
    """
    sure = not any(one.kind == "missing" for one in found.choices)
    if found.responsibility.lost or (found.difference.missing and sure):
        return True
    if answers:
        return any(one.said.state != GRANTED for one in found.difference.changes)
    said = said_in(found)
    return said[REFUSED] > counts.get(SAID_NO, 0) or said[UNKNOWN] > counts.get(SAID_OPEN, 0)


def noes_taken(counts: Mapping[str, int], *, answers: bool) -> int | None:
    """Return how many noes of a list were taken in before the rest, None where that was not done.

    Without `answers` it is how many the list says, whether they were new or not.
    """
    return counts.get(NOES_FIRST if answers else SAID_NO)


def _counts(found: Compared | RollCompared, counts: Mapping[str, int], *, answers: bool) -> dict[str, int]:
    if isinstance(found, Compared) and not answers:
        return said_in(found) | {sort: counts[sort] for sort in _OF_PEOPLE if sort in counts}
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
