"""Days and times as British systems write them."""

import re
from datetime import date, datetime, time, timedelta
from typing import Final

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        "jan january|feb february|mar march|apr april|may|jun june|jul july|aug august|sep sept september|oct october|"
        "nov november|dec december".split("|"),
        start=1,
    )
    for name in names.split()
}
_TIME: Final = (
    r"(?:[ T,]+(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d+)?)?"
    r"(?: ?(?P<half>[AaPp])\.?[Mm]\.?|Z|[+-]\d{2}:?\d{2})?)?"
)
_BRITISH: Final = re.compile(r"(?P<day>\d{1,2})[/.\- ](?P<month>\d{1,2})[/.\- ](?P<year>\d{4}|\d{2})" + _TIME)
_ISO: Final = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})" + _TIME)
_WRITTEN: Final = re.compile(
    r"(?:[A-Za-z]{3,9},? )?(?P<day>\d{1,2})(?:st|nd|rd|th)?[ \-](?P<month>[A-Za-z]{3,9}),?[ \-](?P<year>\d{4}|\d{2})"
    + _TIME
)
_SERIAL: Final = re.compile(r"[1-9]\d{4}(?:\.\d+)?")
_FIRST_SERIAL: Final = datetime(1899, 12, 30)  # noqa: DTZ001 - what a cell says has no zone


def moment_of(text: str) -> datetime | None:
    """Return the moment that a cell names, without a zone, at midnight where it names a day alone; None where none.

    Reads 3/9/2026, 03-09-26, 2026-09-03, 3 Sep 2026, each with a time (24 hours, or am and pm) or without, and a
    spreadsheet's count of days.
    """
    said = " ".join(text.split())
    if _SERIAL.fullmatch(said):
        return _FIRST_SERIAL + timedelta(seconds=round(float(said) * 86_400))
    found = _ISO.fullmatch(said) or _BRITISH.fullmatch(said) or _WRITTEN.fullmatch(said)
    return _made(found) if found else None


def day_of(text: str) -> date | None:
    """Return the day that a cell names; None where it names none."""
    moment = moment_of(text)
    return moment.date() if moment else None


def is_day(cell: str) -> bool:
    """Return whether a cell names a day, a spreadsheet's bare count of days left out."""
    return not _SERIAL.fullmatch(cell) and moment_of(cell) is not None


def _made(found: re.Match[str]) -> datetime | None:
    said = found["month"].casefold()
    month = int(said) if said.isdigit() else _MONTHS.get(said, 0)
    year = int(found["year"]) + (2000 if len(found["year"]) == 2 else 0)
    try:
        hour, minute, second = (int(found[part] or 0) for part in ("hour", "minute", "second"))
        hour = _of_day(hour, found["half"])
        return datetime.combine(date(year, month, int(found["day"])), time(hour, minute, second))
    except ValueError:
        return None


def _of_day(hour: int, half: str | None) -> int:
    """Return the hour of the day: twelve is the first of its half, and 13:05 PM says no more than 13:05."""
    return hour if not half or hour > 12 else hour % 12 + (12 if half in "pP" else 0)
