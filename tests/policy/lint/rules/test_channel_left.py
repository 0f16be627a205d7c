"""Channels past their closing day, and guides to platforms that were left."""

import pytest

from tests.policy.lint.known_law import messages

RULE = "channel-left"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- X, which will be deactivated from 1st November 2025.", "X is still listed"),
        ("Our Instagram page will close in July 2026.", "Instagram is still listed"),
        ("We have moved away from X.\n\nHow to log in to X: use a code.", "guides the use of X"),
        ("We no longer use Facebook.\n\nFacebook privacy settings: check them.", "guides the use of Facebook"),
    ],
)
def test_a_channel_that_was_left_is_reported(text: str, said: str) -> None:
    assert said in messages(text, rule=RULE)


@pytest.mark.parametrize(
    "text",
    [
        "- X, which will be deactivated from 1st November 2027.",
        "Our page on X was closed on 1 November 2025.",
        "Comments will be closed on 1 May 2025.",
        "We have moved away from X.\n\nSocial media includes X and Facebook.",
        "We have moved away from X.\n\nYear X sets a password. Class X settings are shown.",
        "How to log in to Facebook: use a code.",
    ],
)
def test_a_channel_in_use_or_closed_in_good_order_is_left_alone(text: str) -> None:
    assert messages(text, rule=RULE) == ""
