"""The review is past: by the date that is printed for it, or by the interval that the text states."""

from collections.abc import Iterator
from datetime import date

from gatepost.policy.lint.finding import LintFinding
from gatepost.policy.lint.owed import owed_by_interval
from gatepost.policy.lint.printed_dates import in_words, our_reading
from gatepost.policy.lint.reading import Reading
from gatepost.policy.lint.review_dates import Dated

NAME = "review-overdue"


def _by_its_date(reading: Reading, due: Dated, *, today: date) -> LintFinding:
    late = (today - due.printed.last).days
    days = "day" if late == 1 else "days"
    return reading.page.finding(
        NAME,
        "error",
        span=(due.start, due.end),
        message=f"The review was due by {in_words(due.printed.last)} and is {late} {days} late on {in_words(today)}.",
        hint=f"Review the policy, then print when it was reviewed and when the next is due. {our_reading(due.printed)}",
    )


def _by_its_interval(reading: Reading, *, today: date) -> Iterator[LintFinding]:
    owed = owed_by_interval(reading)
    if owed is None or owed.by >= today:
        return
    due = reading.dates.next
    cover = "and no date is printed"
    if due is not None:
        cover = f"though line {reading.page.line_at(due.start)} prints {in_words(due.printed.last)}"
    late = f"so the review is {(today - owed.by).days} days late on {in_words(today)}"
    yield reading.page.finding(
        NAME,
        "error",
        span=(owed.interval.start, owed.interval.end),
        message=f"{owed.in_words(reading)}, {late}, {cover}.",
        hint=f"Decide which governs, review the policy, and print one date. {our_reading(owed.base.printed)}",
    )


def check(reading: Reading) -> Iterator[LintFinding]:
    """Report the latest printed review date where its last possible day is past, else an interval that has run out."""
    if reading.today is None:
        return
    due = reading.dates.next
    if due is not None and due.printed.last < reading.today:
        yield _by_its_date(reading, due, today=reading.today)
    else:
        yield from _by_its_interval(reading, today=reading.today)
