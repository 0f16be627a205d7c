"""Dates as policies print them: with a day, or a month, a school term, an academic year or a year alone.

Only the span a date can mean is read here (`first` to `last`); which day counts is the caller's choice to make and say.
Days come before months, as in the United Kingdom: 03/04/2026 is the third of April.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

Precision = Literal["day", "month", "term", "year"]

_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?P<year>(?:19|20)\d\d)\b"
_SHORT_YEAR = r"(?P<year>(?:20)?\d\d)\b"
_DAY = r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

# First and last month of a school term: ours, and generous, since terms differ between schools.
_TERMS = {"autumn": (9, 12), "winter": (9, 12), "spring": (1, 4), "summer": (4, 8)}


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date at `text[start:end]` that can mean any day from `first` to `last`."""

    start: int
    end: int
    first: date
    last: date
    precision: Precision


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def add_months(day: date, months: int) -> date:
    """The same day so many months on; the last day of a month stays the last day of a month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = month_end(year, month + 1)
    return last if day == month_end(day.year, day.month) else min(last, last.replace(day=min(day.day, last.day)))


def _year(found: re.Match[str]) -> int:
    year = int(found["year"])
    return year if year > 99 else 2000 + year


def _month_number(found: re.Match[str]) -> int:
    word = found["month"].lower()
    return int(word) if word.isdigit() else _MONTHS.index(word[:3]) + 1


def _a_day(found: re.Match[str]) -> tuple[date, date]:
    day = date(_year(found), _month_number(found), int(found["day"]))
    return day, day


def _a_month(found: re.Match[str]) -> tuple[date, date]:
    year, month = _year(found), _month_number(found)
    return date(year, month, 1), month_end(year, month)


def _a_term(found: re.Match[str]) -> tuple[date, date]:
    first, last = _TERMS[found["term"].lower()]
    return date(_year(found), first, 1), month_end(_year(found), last)


def _a_school_year(found: re.Match[str]) -> tuple[date, date]:
    return date(_year(found), 9, 1), date(_year(found) + 1, 8, 31)


def _a_year(found: re.Match[str]) -> tuple[date, date]:
    return date(_year(found), 1, 1), date(_year(found), 12, 31)


_Reader = Callable[[re.Match[str]], tuple[date, date]]
# The most exact form first: a later form is not read inside an earlier one.
_FORMS: tuple[tuple[str, Precision, _Reader], ...] = (
    (r"\b(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b", "day", _a_day),
    (rf"\b(?P<day>\d{{1,2}})[/.-](?P<month>\d{{1,2}})[/.-]{_SHORT_YEAR}", "day", _a_day),
    (rf"{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}", "day", _a_day),
    (rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR}", "day", _a_day),
    (rf"\b{_MONTH},?\s+{_YEAR}", "month", _a_month),
    (rf"\b{_MONTH}[-']{_SHORT_YEAR}", "month", _a_month),
    (rf"\b{_MONTH}\s(?P<year>[2-4]\d)\b(?![,\d]|\s+\d)", "month", _a_month),
    (rf"(?<![\d/])(?P<month>0?[1-9]|1[0-2])/{_YEAR}", "month", _a_month),
    (rf"\b(?P<term>autumn|winter|spring|summer)(?:\s+term)?,?\s+{_YEAR}", "term", _a_term),
    (r"\b(?P<year>20\d\d)\s?[-/]\s?(?:20)?\d\d\b(?![-/]\d)", "year", _a_school_year),
    (rf"(?<![\d/.-])\b{_YEAR}(?![-/.]\d)", "year", _a_year),
)
_READY = tuple((re.compile(form, re.IGNORECASE), precision, reader) for form, precision, reader in _FORMS)


def _every_match(text: str) -> Iterator[PrintedDate | tuple[int, int]]:
    for form, precision, reader in _READY:
        for found in form.finditer(text):
            try:
                first, last = reader(found)
            except ValueError:  # the 31st of February: the characters are taken, and no date comes of them
                yield found.span()
            else:
                yield PrintedDate(*found.span(), first, last, precision)


def printed_dates(text: str) -> tuple[PrintedDate, ...]:
    """Every date printed in `text`, in order; an impossible one (31/02/2026) is left out."""
    taken: list[tuple[int, int]] = []
    dates: list[PrintedDate] = []
    for found in _every_match(text):
        start, end = (found.start, found.end) if isinstance(found, PrintedDate) else found
        if any(start < other_end and other_start < end for other_start, other_end in taken):
            continue
        taken.append((start, end))
        if isinstance(found, PrintedDate):
            dates.append(found)
    return tuple(sorted(dates, key=lambda each: each.start))


def in_words(day: date) -> str:
    """A day as a school writes it: 30 June 2026."""
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"


def our_reading(printed: PrintedDate) -> str:
    """Which day was taken, and that the choice is ours, for a date printed without one."""
    if printed.precision == "day":
        return "The day is printed."
    unit = {"month": "month", "term": "term", "year": "year"}[printed.precision]
    return f"Only a {unit} is printed: taking its last day, {in_words(printed.last)}, is our reading."
