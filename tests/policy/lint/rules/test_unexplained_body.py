"""Bodies given only as letters."""

import pytest

from tests.policy.lint.known_law import messages

RULE = "unexplained-body"


@pytest.mark.parametrize(
    "text", ["Approved By\tQRT\tStatus", "Approved by: QRT", "Policy owner: QRT", "Ratified by the QRT"]
)
def test_letters_that_nobody_explains_are_reported(text: str) -> None:
    assert "“QRT”" in messages(text, rule=RULE)


@pytest.mark.parametrize(
    "text",
    [
        "Approved by: Quality Review Team (QRT)",
        "Approved by: QRT\n\nThe Quality Review Team meets each term.",
        "Approved by: QRT (quality review team)",
        "Owner: CEO",
        "Approved by: People Committee",
        "We approved BBC as a source.",
    ],
)
def test_letters_that_are_explained_or_known_are_left_alone(text: str) -> None:
    assert messages(text, rule=RULE) == ""
