"""A clock counts school days: not weekends, bank holidays or closures, and never waits out a holiday."""

from datetime import UTC, date, datetime, timedelta

import pytest

from gatepost.duties.bank_holidays import BANK_HOLIDAYS, LAST_YEAR
from gatepost.duties.school_days import Calendar, due_after, school_days_between

NO_CLOSURE: frozenset[date] = frozenset()


def days(first: str, last: str) -> frozenset[date]:
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    return frozenset(start + timedelta(days=n) for n in range((end - start).days + 1))


def at(day: str) -> datetime:
    return datetime.fromisoformat(f"{day}T10:00:00").replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("asked", "nation", "closed", "due"),
    [
        ("2026-11-18", "england", NO_CLOSURE, "2026-11-20"),
        ("2026-11-20", "england", NO_CLOSURE, "2026-11-24"),
        ("2026-11-21", "england", NO_CLOSURE, "2026-11-24"),
        ("2026-11-27", "england", NO_CLOSURE, "2026-12-01"),
        ("2026-11-27", "scotland", NO_CLOSURE, "2026-12-02"),
        ("2026-03-16", "northern_ireland", NO_CLOSURE, "2026-03-19"),
        ("2026-03-16", "wales", NO_CLOSURE, "2026-03-18"),
        ("2026-10-23", "england", days("2026-10-26", "2026-10-30"), "2026-11-02"),
        ("2026-12-18", "england", days("2026-12-21", "2027-01-01"), "2026-12-28"),
    ],
)
def test_it_runs_out_at_the_close_of_the_second_school_day_or_after_ten_days(asked, nation, closed, due):
    found = due_after(2, at=at(asked), calendar=Calendar(nation, closed))
    assert found.isoformat()[:16] == f"{due}T16:00"


def test_what_was_asked_on_friday_is_one_school_day_old_on_monday():
    assert school_days_between(at("2026-11-20"), at("2026-11-23"), calendar=Calendar("england")) == 1


def _easter(year: int) -> date:
    """Easter Sunday by the anonymous Gregorian computus, which has nothing to do with how the table was made."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    lag = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * lag) // 451
    month, day = divmod(h + lag - 7 * m + 114, 31)
    return date(year, month, day + 1)


@pytest.mark.parametrize("year", range(2026, LAST_YEAR + 1))
@pytest.mark.parametrize("nation", BANK_HOLIDAYS)
def test_the_table_has_good_friday_and_as_many_weekdays_as_the_law_gives(nation, year):
    of_year = {day for day in BANK_HOLIDAYS[nation] if day.year == year}
    expected = {"scotland": 9, "northern_ireland": 10}.get(nation, 8)
    extra = nation == "scotland" and year == 2026  # the day of June that was proclaimed for the World Cup
    assert _easter(year) - timedelta(days=2) in of_year
    assert (len(of_year), {day.weekday() < 5 for day in of_year}) == (expected + extra, {True})
