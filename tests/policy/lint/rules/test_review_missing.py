"""A policy that never says when it is due."""

import pytest

from tests.policy.lint.known_law import messages

RULE = "review-missing"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Be kind online.", "No date of the next review is printed"),
        ("Next review: to follow", "no date could be read"),
        ("Next review: 31/02/2027", "no date could be read"),
        ("This policy is reviewed annually.", "prints no date to count from"),
    ],
)
def test_a_review_that_nothing_fixes_is_reported(text: str, said: str) -> None:
    assert said in messages(text, rule=RULE)


@pytest.mark.parametrize("text", ["Next review: 1 May 2027", "Approved: May 2026\nThis policy is reviewed annually."])
def test_a_date_or_an_interval_with_a_start_is_enough(text: str) -> None:
    assert messages(text, rule=RULE) == ""
