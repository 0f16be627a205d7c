"""What a list of staff would change, or has changed, as programs read it."""

from collections.abc import Sequence
from typing import Any

from gatepost.duties.staff_difference import STATES, Change, Difference
from gatepost.duties.staff_list import Remark


def difference(found: Difference) -> dict[str, Any]:
    """Return a difference as JSON has it: how many rows of each state, what each does, and what is wrong or to know."""
    return {
        "counts": {state: found.count(state) for state in STATES},
        "rows": [_row(one) for one in found.changes],
        "missing": [{"person": one.pk, "name": one.name, "email": one.email} for one in found.missing],
        "errors": _remarks(found.errors), "remarks": _remarks(found.remarks),
    }  # fmt: skip


def _row(one: Change) -> dict[str, Any]:
    return {"row": one.said.row, "state": one.state, "person": one.person.pk if one.person else None,
            "name": one.said.name, "email": one.said.email, "does": one.says}  # fmt: skip


def _remarks(found: Sequence[Remark]) -> list[dict[str, Any]]:
    return [{"row": one.row, "message": one.says} for one in found]
