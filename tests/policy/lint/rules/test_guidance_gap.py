"""What guidance asks for and a text lacks."""

from datetime import date

import pytest

from tests.policy.lint.known_law import LAW, messages

RULE = "guidance-gap"


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Pictures made with AI are not posted.", "AI-made"),
        ("Faces are blurred.", "faces"),
        ("Blackmail with a picture goes to the police.", "extortion"),
        ("You may complain about how we use personal data.", "complain"),
        ("Pupils under 16 do not follow us.", "under 16"),
        ("Pictures have alt text.", "alternative text"),
        ("Location tags are off.", "live locations"),
        ("Two-factor log-in is on.", "multi-factor"),
        ("Comments are moderated.", "moderated"),
        ("The office keeps a register of accounts.", "register"),
        ("A family may withdraw permission.", "withdrawing"),
        ("When staff leave, access ends.", "ending access"),
        ("Pictures are kept for two years.", "how long"),
    ],
)
def test_a_topic_is_missed_until_it_is_mentioned(text: str, topic: str) -> None:
    assert topic in messages("Be kind online.", rule=RULE)
    assert topic not in messages(text, rule=RULE)


def test_candidates_and_monitoring_are_asked_about_only_where_the_text_raises_them() -> None:
    assert "candidates" not in messages("Be kind online.", rule=RULE)
    assert "candidates" in messages("Shortlisted candidates are searched for online.", rule=RULE)
    assert "notice of monitoring" in messages("We reserve the right to monitor systems.", rule=RULE)


def test_a_topic_is_not_asked_for_before_its_guidance() -> None:
    assert "extortion" not in messages("Be kind.", rule=RULE, today=date(2026, 4, 30))


def test_every_topic_of_a_document_is_covered_by_controls_that_exist() -> None:
    from gatepost.policy.controls.table import CONTROLS

    assert {name for topic in LAW.topics for name in topic.controls} <= set(CONTROLS)
