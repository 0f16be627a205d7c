"""School days: when a clock of so many of them runs out, and how many have gone by. No database."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from django.utils import timezone

from gatepost.duties.bank_holidays import BANK_HOLIDAYS

CLOSES_AT: Final = time(16, 0)
"""When a school day's work is done, by the clock of the school."""
LONGEST: Final = timedelta(days=10)
"""No clock waits out a whole holiday: at the latest it runs out after so many days of any kind."""
SATURDAY: Final = 5


@dataclass(frozen=True, slots=True)
class Calendar:
    """Which days are school days in a nation, for a school that is closed on these days."""

    nation: str
    closed: frozenset[date] = frozenset()

    def is_open(self, day: date) -> bool:
        """Return whether a day is a school day."""
        free = day in self.closed or day in BANK_HOLIDAYS.get(self.nation, frozenset())
        return day.weekday() < SATURDAY and not free


def due_after(days: int, *, at: datetime, calendar: Calendar) -> datetime:
    """Return when work must be done that was asked for at a moment: at the close of that many school days later."""
    asked = timezone.localdate(at)
    day, left = asked, days
    while left and day - asked < LONGEST:
        day += timedelta(days=1)
        left -= calendar.is_open(day)
    return timezone.make_aware(datetime.combine(day, CLOSES_AT), timezone.get_default_timezone())


def school_days_between(start: datetime, end: datetime, *, calendar: Calendar) -> int:
    """Return how many school days after the day of `start` have begun by `end`."""
    first, last = timezone.localdate(start), timezone.localdate(end)
    return sum(calendar.is_open(first + timedelta(days=n)) for n in range(1, (last - first).days + 1))
