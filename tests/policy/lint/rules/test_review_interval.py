"""An interval against the printed dates."""

import pytest

from tests.policy.lint.known_law import messages

RULE = "review-interval"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Approved: May 2026\nNext review: May 2029\nThe policy is reviewed annually.",
            "but line 2 prints 31 May 2029",
        ),
        ("This policy is reviewed annually.\nReview cycle: every two years", "every year, this line every 2 years"),
        ("Next review: May 2027\nNext review: May 2028", "Line 1 prints another date"),
    ],
)
def test_what_disagrees_is_reported(text: str, said: str) -> None:
    assert said in messages(text, rule=RULE)


@pytest.mark.parametrize(
    "text",
    [
        "Approved: May 2026\nNext review: May 2027\nThe policy is reviewed annually.",
        "Approved: May 2026\nNext review: 30 June 2027\nThe policy is reviewed annually.",
        "Approved: May 2026\nNext review: May 2029",
        "This policy is reviewed annually. The school will review the policy every year.",
        "Next review: May 2027\nNext review: 12 May 2027",
    ],
)
def test_what_agrees_is_left_alone(text: str) -> None:
    assert messages(text, rule=RULE) == ""
