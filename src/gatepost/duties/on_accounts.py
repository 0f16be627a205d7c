"""Which tasks about an account say something that is not said of it anyway. No database."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime

from gatepost.duties.models import Duty


def by_account(tasks: Iterable[Duty]) -> Mapping[str, Sequence[Duty]]:
    """Return tasks by the account that they are about, as its id stands in `about`."""
    found: dict[str, list[Duty]] = {}
    for duty in tasks:
        found.setdefault(duty.about.split(":")[1], []).append(duty)
    return found


def check_of(duty: Duty) -> str:
    """Return which check a task about an account asks for; empty where it asks for something else."""
    return duty.about.partition(":")[2].partition(":")[2]


def is_late(duty: Duty, *, owed: Collection[str], at: datetime) -> bool:
    """Return whether a task about an account is overdue. One about a check that is `owed` is so when the check is:

    a reminder may be due before it, on the last day of school.
    """
    return duty.due_at < at and check_of(duty) not in owed


def beyond(tasks: Iterable[Duty], said: Collection[str]) -> tuple[Duty, ...]:
    """Return the tasks about one account that say something more: one of each check, and none of the kinds `said`."""
    first: dict[tuple[str, str], Duty] = {}
    for duty in tasks:
        check = check_of(duty)
        if check not in said:
            # Of one check its keeper has a task, and where that is late, the DPO has another.
            first.setdefault((duty.about, "" if check else duty.kind), duty)
    return tuple(first.values())
