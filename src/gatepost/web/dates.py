"""Days and times as a school office writes them."""

from datetime import date, datetime
from typing import Final

_NEAR: Final = {0: "today", -1: "yesterday", 1: "tomorrow"}
_LAST_WEEK: Final = 6


def clock(at: datetime) -> str:
    """Return the time of day as written in Britain: “9.41am”, “4pm”, “midday”. `at` is local."""
    if at.minute == 0 and at.hour in {0, 12}:
        return "midday" if at.hour else "midnight"
    minutes = f".{at.minute:02}" if at.minute else ""
    return f"{at.hour % 12 or 12}{minutes}{'am' if at.hour < 12 else 'pm'}"


def long_day(on: date, *, today: date) -> str:
    """Return a day in full: “Friday 27 November”, with its year where that is not today's."""
    year = "" if on.year == today.year else f" {on.year}"
    return f"{on:%A} {on.day} {on:%B}{year}"


def day(on: date, *, today: date) -> str:
    """Return a day as near as it is: “today”, “yesterday”, “Tuesday” of the week gone by, else in full."""
    away = (on - today).days
    if away in _NEAR:
        return _NEAR[away]
    return f"{on:%A}" if -_LAST_WEEK <= away < 0 else long_day(on, today=today)


def part_of_day(at: datetime) -> str:
    """Return “morning”, “afternoon” or “evening”. `at` is local."""
    return "morning" if at.hour < 12 else "afternoon" if at.hour < 17 else "evening"
