"""What Gatepost does by itself about what people owe."""

import logging
from datetime import datetime

from gatepost.audit.actor import SYSTEM
from gatepost.duties.actions import chasing
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
