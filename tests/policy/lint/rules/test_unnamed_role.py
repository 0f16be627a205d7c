"""Duties that name nobody."""

import pytest

from tests.policy.lint.known_law import messages

RULE = "unnamed-role"


@pytest.mark.parametrize(
    "text",
    [
        "Any concern will be reported at once.",
        "Posts must be approved.",
        "Staff use will be monitored.",
        "Every incident should be carefully recorded.",
        "This policy will be reviewed annually.",
    ],
)
def test_a_duty_in_the_passive_without_a_role_is_reported(text: str) -> None:
    assert "names no role" in messages(text, rule=RULE)


@pytest.mark.parametrize(
    "text",
    [
        "Any concern will be reported to the DSL.",
        "Posts must be approved by the Headteacher.",
        "Comments will be checked by staff.",
        "The office will:\n- see that every incident will be recorded",
        "Cakes will be sold.",
        "Reviewed by: School business manager\n\nThis policy will be reviewed annually.",
        "The reported sales were good.",
    ],
)
def test_a_duty_with_a_role_is_left_alone(text: str) -> None:
    assert messages(text, rule=RULE) == ""
