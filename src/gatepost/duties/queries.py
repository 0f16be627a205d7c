"""What is owed, by whom."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.db.models import F, QuerySet

from gatepost.duties.models import Closure, Duty
from gatepost.duties.school_days import Calendar
from gatepost.schools.models import Person, School, Trust


def owed_by(person: Person, school: School) -> QuerySet[Duty]:
    """Return what a person owes at a school, soonest first."""
    return Duty.objects.of(school).filter(owner=person, done_at__isnull=True)


def overdue(school: School, *, at: datetime) -> QuerySet[Duty]:
    """Return what should have been done by now at a school."""
    return Duty.objects.of(school).filter(done_at__isnull=True, due_at__lt=at).select_related("owner")


def about(school: School, thing: str) -> QuerySet[Duty]:
    """Return the tasks about one thing, done or not."""
    return Duty.objects.of(school).filter(about=thing).select_related("owner", "done_by")


def open_about(school: School, things: Iterable[str], *, kind: str) -> dict[str, Duty]:
    """Return the open tasks of a kind about these things, by what they are about. One query."""
    rows = Duty.objects.of(school).filter(kind=kind, about__in=list(things), done_at__isnull=True)
    return {duty.about: duty for duty in rows.select_related("owner")}


def last_about(school: School, things: Iterable[str], *, kind: str) -> dict[str, Duty]:
    """Return the latest task of a kind about each of these things, done or not, by what it is about. One query."""
    rows = Duty.objects.of(school).filter(kind=kind, about__in=list(things))
    return {duty.about: duty for duty in rows.order_by("opened_at", "pk")}


def open_on_accounts(of: School | Trust) -> QuerySet[Duty]:
    """Return the open tasks about accounts of a school, or of the schools of a trust, soonest due first."""
    rows = Duty.objects.of_trust(of) if isinstance(of, Trust) else Duty.objects.of(of)
    return rows.filter(about__startswith="channel:", done_at__isnull=True).select_related("owner")


def of_kind(school: School, *, kind: str) -> QuerySet[Duty]:
    """Return the tasks of a kind at a school: the open ones first, soonest due first; then the latest done."""
    rows = Duty.objects.of(school).filter(kind=kind).select_related("owner", "done_by")
    return rows.order_by(F("done_at").desc(nulls_first=True), "due_at", "pk")


def open_of_kind(school: School, *, kind: str) -> int:
    """Return how many tasks of a kind are open at a school, whoever owes them."""
    return Duty.objects.of(school).filter(kind=kind, done_at__isnull=True).count()


def closures(school: School) -> QuerySet[Closure]:
    """Return when a school is closed, soonest first."""
    return Closure.objects.of(school)


def calendar(school: School) -> Calendar:
    """Return which days are school days at a school. One query."""
    closed = (_days(row.first_day, row.last_day) for row in closures(school))
    return Calendar(school.nation, frozenset().union(*closed))


def _days(first: date, last: date) -> frozenset[date]:
    return frozenset(first + timedelta(days=n) for n in range((last - first).days + 1))
