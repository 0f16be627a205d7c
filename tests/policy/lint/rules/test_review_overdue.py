"""A review that is past, by its date or by its interval."""

from datetime import date

import pytest

from tests.policy.lint.known_law import TODAY, messages, remarks

RULE = "review-overdue"
YEARLY = "Policy date: June 2025\tReview date: June 2028\nThis policy will be reviewed annually."


def test_a_month_is_overdue_only_after_its_last_day() -> None:
    text = "Next review: May 2026"
    assert messages(text, rule=RULE, today=date(2026, 5, 31)) == ""
    assert "1 day late on 1 June 2026" in messages(text, rule=RULE, today=date(2026, 6, 1))


def test_an_interval_makes_a_review_overdue_although_the_cover_prints_a_later_date() -> None:
    (finding,) = remarks(YEARLY, rule=RULE)
    assert "30 June 2026" in finding.message
    assert "line 1 prints 30 June 2028" in finding.message


def test_the_day_that_was_taken_and_whose_choice_it_is_stand_in_the_hint() -> None:
    (finding,) = remarks("Next review: Autumn 2025", rule=RULE)
    assert "taking its last day, 31 December 2025, is our reading" in finding.hint


@pytest.mark.parametrize(
    "text",
    [
        "Next review: November 2026",
        "Policy date: December 2025\tReview date: June 2028\nThis policy will be reviewed annually.",
        "This policy will be reviewed annually.",
        "Policy date: June 2020",
        "The contract was up for renewal in June 2024 and the fair in May 2025.",
    ],
)
def test_a_review_still_to_come_or_never_announced_is_not_overdue(text: str) -> None:
    assert messages(text, rule=RULE, today=TODAY) == ""


def test_two_printed_dates_are_read_the_kinder_way() -> None:
    assert messages("Next review: May 2025\nNext review: May 2027", rule=RULE) == ""
