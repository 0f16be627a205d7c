"""Watching staff."""

import pytest

from tests.policy.controls.baseline.drafts import judged, outcomes

WATCH = {"action": "monitor"}
MONITORED = {
    "in secret": ({"monitoring": {"covert": True}}, ["block"]),
    "without notice": ({**WATCH, "notice_given": False}, ["block"]),
    "without notice, on the network": ({"network": "trust", "notice_given": False}, ["block"]),
    "nothing said": (WATCH, ["required"]),
    "with notice": ({**WATCH, "notice_given": True}, ["allow"]),
    "keystrokes, nothing said": ({"action": "keystroke_capture"}, ["required"]),
    "notice of something else": ({"notice_given": False}, []),
    "use of the network": ({"network": "trust"}, []),
    "another act": ({"action": "follow", "notice_given": False}, []),
}


@pytest.mark.parametrize(("facts", "expected"), MONITORED.values(), ids=MONITORED)
def test_staff_are_told_before_they_are_watched(facts, expected):
    assert outcomes(judged("question", facts), "staff.monitoring") == expected
