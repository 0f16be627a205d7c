"""What comes down at a school, by when, and how long each took; and what was stopped before it was out. Never why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db.models import QuerySet

from gatepost.duties.models import Duty
from gatepost.duties.queries import calendar, of_kind, open_about
from gatepost.duties.school_days import school_days_between
from gatepost.publishing.actions.takedowns import KIND
from gatepost.publishing.models import Delivery
from gatepost.publishing.uses import Used
from gatepost.schools.models import School


@dataclass(frozen=True, slots=True)
class TakeDown:
    """One post to take down from one channel. `late` is how many school days it is, or was, over its time."""

    task: Duty
    delivery: Delivery
    late: int
    overdue: bool


def tasks_of(school: School) -> QuerySet[Duty]:
    """Return the take-downs of a school: those still to do first, the soonest due first; then the latest done."""
    return of_kind(school, kind=KIND)


def tasks_about(school: School, used: Iterable[Used]) -> dict[str, Duty]:
    """Return the open take-downs of what uses somebody, by what each is about. One query."""
    return open_about(school, [one.delivery.subject for one in used if one.delivery], kind=KIND)


MOST: Final = 50
"""How many of those that were stopped are listed, the latest first."""


def stopped(school: School) -> list[Delivery]:
    """Return what was signed off and stopped before it went out, the latest first. One query.

    Whether its author took it back, or somebody in it can't be shown any more, makes no difference here.
    """
    rows = Delivery.objects.of(school).filter(status="pulled").order_by("-made_at", "-pk")
    rows = rows.select_related("channel", "version__post__author").defer("version__verdict", "version__steps")
    return list(rows[:MOST])


def with_posts(school: School, tasks: Sequence[Duty], *, at: datetime) -> list[TakeDown]:
    """Return these take-downs with what they are about. Two queries, however many."""
    ids = [int(one.about.partition(":")[2]) for one in tasks]
    rows = Delivery.objects.of(school).select_related("channel", "version__post").defer("version__verdict")
    deliveries, days = rows.in_bulk(ids), calendar(school)
    return [
        TakeDown(
            one, deliveries[key], overdue=(one.done_at or at) > one.due_at,
            late=school_days_between(one.due_at, one.done_at or at, calendar=days),
        )
        for one, key in zip(tasks, ids, strict=True)
        if key in deliveries
    ]  # fmt: skip
