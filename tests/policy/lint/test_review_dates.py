"""Which date is the next review, and which a past one."""

from datetime import date

import pytest

from gatepost.policy.lint.page import Page
from gatepost.policy.lint.review_dates import find_review_dates, unread_label


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Next Review Date May 2026", date(2026, 5, 31)),
        ("Policy Renewal: July 2027", date(2027, 7, 31)),
        ("Review Date: June 2028", date(2028, 6, 30)),
        ("Review due: Autumn 2026", date(2026, 12, 31)),
        ("Date of next review: 31/08/2026", date(2026, 8, 31)),
        ("Next review due by the end of May 2027", date(2027, 5, 31)),
        ("This policy will be reviewed in\nJune 2027.", date(2027, 6, 30)),
        ("The policy is due for review in Spring 2027.", date(2027, 4, 30)),
        ("To be reviewed by: 1 September 2027", date(2027, 9, 1)),
        ("Last Review\tJune 2024\tNext Review\tJune 2026", date(2026, 6, 30)),
        ("Last review\tNext review\nJune 2024\tJune 2026", date(2026, 6, 30)),
        ("**Next review:**\n\nMay 2026", date(2026, 5, 31)),
        ("Review date: 2027", date(2027, 12, 31)),
        ("Adopted in May 2025. Next review: May 2026.", date(2026, 5, 31)),
        ("| Version | Next review |\n|---|---|\n| 2 | 01/09/2027 |", date(2027, 9, 1)),
        ("Last Review Date 06/2024 Next Review Date 06/2025", date(2025, 6, 30)),
        ("Reviewed: Sept 24 Next Review: Sept 25", date(2025, 9, 30)),
        ("Ratified by governors on 12.05.2023 (review 12.05.2025)", date(2025, 5, 12)),
        ("Expiry date: 1 May 2027", date(2027, 5, 1)),
        ("Valid until July 2027", date(2027, 7, 31)),
    ],
)
def test_a_next_review_is_found_in_its_many_wordings(text: str, due: date) -> None:
    found = find_review_dates(Page(text)).next
    assert found is not None
    assert found.printed.last == due


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("Last reviewed by trustees\tJune 2025", date(2025, 6, 30)),
        ("Policy Approved: July 2025", date(2025, 7, 31)),
        ("Policy date: 12 June 2025", date(2025, 6, 12)),
        ("This policy was adopted by the governing body on 3 May 2025.", date(2025, 5, 3)),
        ("Date ratified: Spring 2025", date(2025, 4, 30)),
        ("Reviewed May 2025\nReviewed June 2025", date(2025, 6, 30)),
        ("Next review: May 2027\nReview date: May 2025", date(2025, 5, 31)),
    ],
)
def test_the_latest_past_review_or_adoption_is_what_an_interval_counts_from(text: str, done: date) -> None:
    base = find_review_dates(Page(text)).base(today=date(2026, 11, 21))
    assert base is not None
    assert base.printed.last == done


@pytest.mark.parametrize(
    "text",
    [
        "Facebook was opened in September 2020",
        "Each photograph is approved by the Headteacher before June 2027",
        "We follow Keeping Children Safe in Education 2026",
        "Year 6 reviewed a film in May 2026",
        "This policy is reviewed annually.",
    ],
)
def test_other_dates_are_no_review_dates(text: str) -> None:
    dates = find_review_dates(Page(text))
    assert dates.next is None
    assert dates.base(today=None) is None


def test_a_review_date_no_later_than_adoption_is_a_past_review() -> None:
    assert find_review_dates(Page("Approved: May 2025\nReview date: May 2025")).next is None


def test_a_base_in_the_future_is_not_counted_from() -> None:
    assert find_review_dates(Page("Effective from 1 May 2027")).base(today=date(2026, 11, 21)) is None


def test_a_label_without_a_date_is_noticed() -> None:
    assert unread_label(Page("Cover\nNext review: to follow")) == (6, 28)


def test_a_review_in_the_middle_of_a_sentence_is_no_label() -> None:
    assert unread_label(Page("Pupils wrote about the next review of the book")) is None
