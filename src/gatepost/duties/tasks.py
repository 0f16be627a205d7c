"""What Gatepost does by itself about what people owe."""

import logging
from collections.abc import Callable
from datetime import datetime

from django.utils import timezone

from gatepost.audit.actor import SYSTEM, Actor
from gatepost.duties.actions import chasing, leaving
from gatepost.duties.leavings import late, to_end
from gatepost.duties.models import Leaving
from gatepost.policy import PolicyError
from gatepost.schools.errors import UnableTo
from gatepost.schools.models import School
from gatepost.schools.queries import every_school

log = logging.getLogger("gatepost.sweep")


def chase(*, at: datetime) -> int:
    """Remind people at every school of the checks that their accounts need. Returns how many tasks are new."""
    return sum(_chased(school, at=at) for school in every_school(why="what is due is due at every school"))


def _chased(school: School, *, at: datetime) -> int:
    try:
        return chasing.look_round(school, by=SYSTEM, at=at)
    except (PolicyError, UnableTo):
        log.error("What is due on the accounts of school %s could not be looked at.", school.pk)
        return 0


def close_leavers(*, at: datetime) -> int:
    """End what people can still reach whose last day is over, and tell the DPO what nobody has closed. How many ended.

    Each is looked at on its own: one that cannot be closed is logged, by its id alone, and looked at again next time.
    """
    ended = sum(_left(row, at=at, do=_ended) for row in to_end(on=timezone.localdate(at)))
    for row in late():
        _left(row, at=at, do=leaving.escalate)
    return ended


def _ended(row: Leaving, *, by: Actor, at: datetime) -> bool:
    """Return whether something has ended now: what waits for somebody who may do it is looked at each time."""
    return leaving.end(row, by=by, at=at).ended_at == at


def _left(row: Leaving, *, at: datetime, do: Callable[..., bool]) -> int:
    try:
        return int(do(row, by=SYSTEM, at=at))
    except UnableTo:
        log.error("Leaving %s could not be closed.", row.pk)
        return 0
