"""One subject forbidden with two strengths."""

import pytest

from tests.policy.lint.known_law import messages

RULE = "mixed-strength"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Staff must not contact former pupils.\nStaff should not message past pupils.", "former pupils"),
        ("Staff must not:\n- Message pupils past or present\n\nStaff should avoid contact with past pupils.", "former"),
        ("You must not share a password. We recommend that you do not share log-ins.", "log-in"),
        ("WhatsApp is forbidden at work. Please do not use WhatsApp for work.", "WhatsApp"),
    ],
)
def test_two_strengths_for_one_subject_are_pointed_out(text: str, subject: str) -> None:
    assert subject in messages(text, rule=RULE)


@pytest.mark.parametrize(
    "text",
    [
        "Staff must not contact former pupils.\nStaff must never message past pupils.",
        "Staff must not contact former pupils.\nStaff should not share passwords.",
        "Staff must not share passwords.\nStaff should share good work.",
        "Staff must not:\n- Swear\n\nStaff should avoid contact with past pupils.",
        "Please do not use WhatsApp for work. Please do not send WhatsApp messages late.",
    ],
)
def test_one_strength_or_two_subjects_are_left_alone(text: str) -> None:
    assert messages(text, rule=RULE) == ""
