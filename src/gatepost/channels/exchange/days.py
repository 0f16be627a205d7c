"""Days as registers have them: to the day, or a month or a year alone."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Final

from gatepost.tables.days import day_of

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED: Final = re.compile(r"(?P<month>[a-z]{3,9})\.?,?[ \-/]*['’]?(?P<year>\d{4}|\d{2})")
_NUMBERED: Final = re.compile(r"(?P<month>\d{1,2})[/.\-](?P<year>\d{4})|(?P<year2>\d{4})-(?P<month2>\d{1,2})")
_FIRST_YEAR, _LAST_YEAR = 1990, 2099


@dataclass(frozen=True, slots=True)
class Span:
    """What a cell says of a day: the first and the last day that it can mean. A start is the first, an end the last."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


def span_of(text: str) -> Span | None:
    """Return the days that a cell can mean; None where it names none.

    Reads a day as a spreadsheet or a person writes it, “September 2020”, “Nov 2019”, “09/2020”, “2020-09” and “2020”.
    """
    said = " ".join(text.split())
    found = _year(said) or _month(said.casefold())
    if found is None:
        day = day_of(said)
        found = Span(day, day) if day else None
    return found if found and _FIRST_YEAR <= found.first.year <= _LAST_YEAR else None


def _year(said: str) -> Span | None:
    year = int(said) if re.fullmatch(r"(?:19|20)\d\d", said) else 0
    return Span(date(year, 1, 1), date(year, 12, 31)) if year else None


def _month(said: str) -> Span | None:
    named, numbered = _NAMED.fullmatch(said), _NUMBERED.fullmatch(said)
    if named and named["month"][:3] in _MONTHS and _is_month(named["month"]):
        month, year = _MONTHS.index(named["month"][:3]) + 1, int(named["year"])
    elif numbered:
        month, year = int(numbered["month"] or numbered["month2"]), int(numbered["year"] or numbered["year2"])
    else:
        return None
    year += 2000 if year < 100 else 0
    if not (1 <= month <= 12 and _FIRST_YEAR <= year <= _LAST_YEAR):
        return None
    return Span(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


_NAMES: Final = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
                 "november", "december")  # fmt: skip


def _is_month(word: str) -> bool:
    return any(name.startswith(word) for name in _NAMES) or word == "sept"
