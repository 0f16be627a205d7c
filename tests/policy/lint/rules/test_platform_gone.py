"""Platforms that closed or were renamed."""

from datetime import date

import pytest

from tests.policy.lint.known_law import messages

RULE = "platform-gone"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Facebook, Twitter, TikTok", "Twitter was renamed"),
        ("MSN and others", "MSN Messenger closed"),
        ("Tumblr, Ask.fm, WhatsApp", "Ask.fm closed"),
        ("Facebook, Google+ and more", "Google+ closed"),
        ("Facebook, Vine, TikTok", "Vine closed"),
        ("Instagram and Periscope.", "Periscope closed"),
        ("Skype calls", "Skype closed"),
    ],
)
def test_a_platform_that_is_no_more_is_noted(text: str, said: str) -> None:
    assert said in messages(text, rule=RULE)


@pytest.mark.parametrize(
    "text",
    [
        "X (formerly Twitter)",
        "X, formerly known as Twitter",
        "Twitter (now X)",
        "Twitter/X",
        "Vine Street Nursery, the vine, and the Vine Trust",
        "a periscope built in science",
        "Facebook and Instagram",
        "the twitter of birds",
    ],
)
def test_a_new_name_or_another_meaning_is_left_alone(text: str) -> None:
    assert messages(text, rule=RULE) == ""


def test_a_platform_is_not_gone_before_its_day() -> None:
    assert messages("Ask.fm", rule=RULE, today=date(2024, 11, 30)) == ""
