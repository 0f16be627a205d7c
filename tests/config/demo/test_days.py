from datetime import UTC, datetime

import pytest

from gatepost.config.demo.days import working_days_before

MONDAY = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)


@pytest.mark.parametrize(("days", "date"), [(1, "2026-11-20"), (5, "2026-11-16"), (6, "2026-11-13")])
def test_a_weekend_is_passed_over(days, date):
    assert working_days_before(MONDAY, days, hour=9).date().isoformat() == date


def test_the_hour_is_that_of_clocks_in_england():
    summer = datetime(2026, 6, 10, 8, 0, tzinfo=UTC)
    assert working_days_before(summer, 1, hour=9).astimezone(UTC).hour == 8
