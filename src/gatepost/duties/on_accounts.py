"""What is asked of an account: the checks that policies demand, and the tasks that say more. No database.

Pages and programs all read it here, so that what is overdue for whoever owes it is overdue wherever the account stands.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from gatepost.channels.owed import Owed, owed
from gatepost.channels.standing import Standing
from gatepost.duties.models import Duty


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of one account: its checks, and the open tasks that say something else.

    `late` are those of `tasks` that should have been done by now.
    """

    owed: tuple[Owed, ...]
    tasks: tuple[Duty, ...]
    late: tuple[Duty, ...]

    @property
    def pressing(self) -> tuple[Owed, ...]:
        """The checks that are overdue, or due today."""
        return tuple(one for one in self.owed if one.pressing)

    @property
    def overdue(self) -> bool:
        """Return whether something is overdue: a check, or a task."""
        return bool(self.late) or any(one.overdue for one in self.owed)


def asked(standing: Standing, tasks: Sequence[Duty], *, at: datetime) -> Asked:
    """Return what is asked of an account at a moment. `tasks` are the open ones about it, soonest due first."""
    due = owed(standing, on=timezone.localdate(at), late=_late_checks(tasks, at=at))
    more = beyond(tasks, {one.kind for one in due if one.pressing})
    return Asked(due, more, tuple(duty for duty in more if is_late(duty, at=at)))


def by_account(tasks: Iterable[Duty]) -> Mapping[str, Sequence[Duty]]:
    """Return tasks by the account that they are about, as its id stands in `about`."""
    found: dict[str, list[Duty]] = {}
    for duty in tasks:
        found.setdefault(duty.about.split(":")[1], []).append(duty)
    return found


def check_of(duty: Duty) -> str:
    """Return which check a task about an account asks for; empty where it asks for something else."""
    return duty.about.partition(":")[2].partition(":")[2]


def is_late(duty: Duty, *, at: datetime) -> bool:
    """Return whether an open task should have been done by now."""
    return duty.due_at < at


def beyond(tasks: Iterable[Duty], said: Collection[str]) -> tuple[Duty, ...]:
    """Return the tasks about one account that say something more: one of each check, and none of the kinds `said`."""
    first: dict[tuple[str, str], Duty] = {}
    for duty in tasks:
        check = check_of(duty)
        if check not in said:
            # Of one check its keeper has a task, and where that is late, the DPO has another.
            first.setdefault((duty.about, "" if check else duty.kind), duty)
    return tuple(first.values())


def _late_checks(tasks: Iterable[Duty], *, at: datetime) -> Mapping[str, date]:
    found: dict[str, date] = {}
    for duty in tasks:
        if check_of(duty) and is_late(duty, at=at):
            found.setdefault(check_of(duty), timezone.localdate(duty.due_at))
    return found
