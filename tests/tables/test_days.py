"""Days as British systems write them."""

from datetime import date

import pytest

from gatepost.tables.days import day_of, is_day, moment_of

DAYS = ["3/9/2026", "03/09/2026", "03-09-2026", "3.9.26", "2026-09-03", "2026-09-03T10:15:00Z", "03 Sep 2026",
        "03/09/2026 10:15 AM", "3/9/2026 10:15:30pm", "2026-09-03 10:15 a.m.", "3 Sep 2026, 10:15 pm",
        "3rd September 2026", "Thu 3 September 2026", "03/09/2026 10:15", "46268", "46268.42"]  # fmt: skip
NOT_DAYS = ["31/02/2026", "9/13/2026", "2026-13-01", "yesterday", "12", "123456", "03/09", "3/9/2026 25:00",
            "3/9/2026 10:15 XM", "3/9/2026 AM", "3/9/2026 25:00 pm", ""]  # fmt: skip


@pytest.mark.parametrize("text", DAYS)
def test_a_day_is_read_in_every_way_of_writing_it(text):
    assert day_of(text) == date(2026, 9, 3)


@pytest.mark.parametrize("text", NOT_DAYS)
def test_what_is_no_day_is_none(text):
    assert day_of(text) is None


def test_the_time_of_day_is_kept():
    assert moment_of("03/09/2026 10:15").hour == 10


HOURS = {"10:15 AM": 10, "10:15 PM": 22, "12:15 am": 0, "12:15 PM": 12, "1:15p.m.": 13, "13:15 PM": 13, "00:15 AM": 0}


@pytest.mark.parametrize(("said", "hour"), HOURS.items())
def test_the_half_of_the_day_is_read(said, hour):
    assert moment_of(f"03/09/2026 {said}").hour == hour


def test_a_bare_count_of_days_tells_no_column_that_it_holds_days():
    assert (is_day("46268"), is_day("3/9/2026")) == (False, True)
