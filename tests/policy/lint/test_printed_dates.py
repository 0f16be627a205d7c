"""Dates as policies print them."""

from datetime import date

import pytest

from gatepost.policy.lint.printed_dates import add_months, our_reading, printed_dates

A_DAY = date(2026, 8, 31)


@pytest.mark.parametrize(
    "text",
    [
        "31/08/2026",
        "31/8/26",
        "31.08.2026",
        "31-08-2026",
        "2026-08-31",
        "31 August 2026",
        "31st August 2026",
        "31 Aug 2026",
        "31st of August 2026",
        "August 31, 2026",
    ],
)
def test_a_printed_day_is_that_day(text: str) -> None:
    assert [(each.first, each.last) for each in printed_dates(text)] == [(A_DAY, A_DAY)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("May 2026", date(2026, 5, 1), date(2026, 5, 31)),
        ("Feb 2028", date(2028, 2, 1), date(2028, 2, 29)),
        ("Sept. 2026", date(2026, 9, 1), date(2026, 9, 30)),
        ("05/2026", date(2026, 5, 1), date(2026, 5, 31)),
        ("May-26", date(2026, 5, 1), date(2026, 5, 31)),
        ("Autumn 2026", date(2026, 9, 1), date(2026, 12, 31)),
        ("spring term 2027", date(2027, 1, 1), date(2027, 4, 30)),
        ("2026/27", date(2026, 9, 1), date(2027, 8, 31)),
        ("2027", date(2027, 1, 1), date(2027, 12, 31)),
    ],
)
def test_a_date_without_a_day_runs_from_its_first_to_its_last(text: str, first: date, last: date) -> None:
    assert [(each.first, each.last) for each in printed_dates(text)] == [(first, last)]


@pytest.mark.parametrize(
    "text", ["31/02/2026", "31 June 2026", "13/13/2026", "paragraphs 134-151", "01632 960123", "Year 10", "10.1.2", ""]
)
def test_what_is_no_date_is_left_out(text: str) -> None:
    assert printed_dates(text) == ()


def test_a_month_is_not_read_again_inside_a_day() -> None:
    assert len(printed_dates("12 May 2025 and June 2026")) == 2


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2025, 6, 30), 12, date(2026, 6, 30)),
        (date(2025, 2, 28), 36, date(2028, 2, 29)),
        (date(2025, 8, 31), 6, date(2026, 2, 28)),
        (date(2025, 12, 15), 1, date(2026, 1, 15)),
    ],
)
def test_months_are_added_from_the_end_of_a_month_to_the_end_of_a_month(day: date, months: int, later: date) -> None:
    assert add_months(day, months) == later


def test_a_reading_that_is_ours_says_so() -> None:
    (month,) = printed_dates("Next review: May 2026")
    assert our_reading(month) == "Only a month is printed: taking its last day, 31 May 2026, is our reading."
