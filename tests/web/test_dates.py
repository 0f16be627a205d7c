"""Days and times as a school office writes them."""

from datetime import date, datetime

import pytest

from gatepost.web.dates import clock, day, part_of_day

TODAY = date(2026, 11, 20)

CLOCKS = {
    (9, 41): "9.41am",
    (16, 0): "4pm",
    (0, 5): "12.05am",
    (12, 30): "12.30pm",
    (12, 0): "midday",
    (0, 0): "midnight",
}
DAYS = {
    date(2026, 11, 20): "today",
    date(2026, 11, 19): "yesterday",
    date(2026, 11, 21): "tomorrow",
    date(2026, 11, 14): "Saturday",
    date(2026, 11, 13): "Friday 13 November",
    date(2026, 11, 27): "Friday 27 November",
    date(2025, 11, 27): "Thursday 27 November 2025",
}
GREETINGS = {11: "morning", 12: "afternoon", 16: "afternoon", 17: "evening"}


@pytest.mark.parametrize(("at", "words"), CLOCKS.items(), ids=CLOCKS.values())
def test_a_time_is_written_with_a_point(at, words):
    assert clock(datetime(2026, 11, 20, *at)) == words  # noqa: DTZ001 - a local time


@pytest.mark.parametrize(("on", "words"), DAYS.items(), ids=DAYS.values())
def test_a_day_is_named_as_near_as_it_is(on, words):
    assert day(on, today=TODAY) == words


@pytest.mark.parametrize(("hour", "words"), GREETINGS.items())
def test_the_afternoon_begins_at_midday_and_ends_at_five(hour, words):
    assert part_of_day(datetime(2026, 11, 20, hour)) == words  # noqa: DTZ001 - a local time
