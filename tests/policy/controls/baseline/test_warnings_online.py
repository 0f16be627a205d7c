"""Warnings."""

import pytest

from tests.policy.controls.baseline.drafts import outcomes, post

WARNINGS = {
    "a warning": ({"post_type": "warning"}, ["needs_approval"]),
    "a warning, the safeguarding lead agrees": ({"post_type": "warning", "approved_by": ["dsl"]}, ["allow"]),
    "a warning, the deputy agrees": ({"post_type": "warning", "approved_by": ["deputy_dsl"]}, ["allow"]),
    "a warning, the head agrees": ({"post_type": "warning", "approved_by": ["headteacher"]}, ["needs_approval"]),
    "a reminder": ({"post_type": "reminder"}, []),
    "an alert about snow": ({"post_type": "alert"}, []),
}


@pytest.mark.parametrize(("facts", "expected"), WARNINGS.values(), ids=WARNINGS)
def test_a_warning_goes_by_the_safeguarding_lead(facts, expected):
    assert outcomes(post(**facts), "concerns.warning") == expected


def test_the_safeguarding_lead_is_named_as_the_route():
    assert post(post_type="warning").route == "dsl"
