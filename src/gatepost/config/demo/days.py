"""Moments of the last weeks."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

_HERE = ZoneInfo("Europe/London")
_SATURDAY = 5


def working_days_before(at: datetime, days: int, *, hour: int, minute: int = 0) -> datetime:
    """Return a time of day, as clocks in England show it, on the working day this many before `at`."""
    day = at.astimezone(_HERE).date()
    while days:
        day -= timedelta(days=1)
        days -= day.weekday() < _SATURDAY
    return datetime.combine(day, time(hour, minute), tzinfo=_HERE)
