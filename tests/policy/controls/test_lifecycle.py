"""Reviews on time, and channels given up."""

import pytest

from gatepost.policy.controls.lifecycle import AccountClosure, ClosedChannel, ReviewDue, ReviewInterval
from tests.policy.controls.tables import cases, names, said

TABLE = (
    (
        ClosedChannel(platform="x", closed="2025-11-01"),
        {
            "channel: x, today: 2025-11-01": "block",
            "channel: twitter, today: 2025-10-31": "allow",
            "channel: x": "?today block",
            "channel: facebook, today: 2026-01-01": "",
            "channel: x, today: 2026-01-01, account: personal": "",
        },
    ),
    (
        AccountClosure(),
        {
            "action: close, objection_from: {role: teacher}": "allow",
            "action: close, authorised: false": "",
            "action: follow": "",
        },
    ),
    (
        ReviewDue(due="2026-06", route="trustees"),
        {
            "today: 2026-06-30": "current",
            "today: 2026-07-01": "overdue>trustees",
            "team: maths": "?today",
            "today: 2026-07-01, staff: [{role: teacher}]": "",
        },
    ),
    (ReviewDue(due="2026-06-15"), {"today: 2026-06-15": "current", "today: 2026-06-16": "overdue"}),
    (
        ReviewInterval(months=12, since="2025-06"),
        {"today: 2026-06-30": "current", "today: 2026-07-01": "overdue", "team: maths": "?today"},
    ),
)


@pytest.mark.parametrize(("control", "facts", "expected"), cases(TABLE), ids=names(TABLE))
def test_a_date_decides_on_the_day_asked_about(control, facts, expected):
    assert said(control, facts) == expected
