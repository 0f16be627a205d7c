"""The review of a document: overdue by its date or its interval, at odds with itself, or never fixed."""

from collections.abc import Iterator
from datetime import timedelta

from gatepost.policy.document import Month
from gatepost.policy.lint.documents.subject import Subject
from gatepost.policy.lint.finding import LintFinding
from gatepost.policy.lint.owed import each_so_many
from gatepost.policy.lint.printed_dates import in_words

OVERDUE, INTERVAL, MISSING = "review-overdue", "review-interval", "review-missing"
_LEEWAY = timedelta(days=45)


def _ours(month: Month) -> str:
    if month.day:
        return "The day is given."
    return f"Only a month is given: taking its last day, {in_words(month.last_day())}, is our reading."


def _owed(subject: Subject) -> Month | None:
    head = subject.document.head
    bases = [each for each in (head.last_review, head.approved) if each]
    if not head.interval_months or not bases:
        return None
    return max(bases, key=Month.last_day).plus_months(head.interval_months)


def _by_date(subject: Subject) -> Iterator[LintFinding]:
    due, today = subject.document.head.next_review, subject.today
    if due and today and due.last_day() < today:
        late = (today - due.last_day()).days
        message = f"The review was due by {in_words(due.last_day())} and is {late} days late on {in_words(today)}."
        hint = f"Review the policy, then enter `last_review` and `next_review`. {_ours(due)}"
        yield LintFinding(OVERDUE, "error", message, subject.place("next_review"), hint)


def _by_interval(subject: Subject) -> Iterator[LintFinding]:
    head, owed = subject.document.head, _owed(subject)
    if owed is None or head.interval_months is None:
        return
    often = f"A review {each_so_many(head.interval_months)} falls due by {in_words(owed.last_day())}"
    place, due = subject.place("interval_months"), head.next_review
    still_to_come = due is None or (subject.today is not None and due.last_day() >= subject.today)
    if subject.today and owed.last_day() < subject.today and still_to_come:
        late = (subject.today - owed.last_day()).days
        message = f"{often}, so it is {late} days late on {in_words(subject.today)}."
        hint = f"Decide which governs, the interval or `next_review`, and review the policy. {_ours(owed)}"
        yield LintFinding(OVERDUE, "error", message, place, hint)
    if due and due.first_day() > owed.last_day() + _LEEWAY:
        message = f"{often}, but `next_review` is {in_words(due.last_day())}."
        yield LintFinding(INTERVAL, "warning", message, place, f"Make the two agree. {_ours(due)}")


def check(subject: Subject) -> Iterator[LintFinding]:
    """Report a review that is overdue, an interval that `next_review` exceeds, or a review that nothing fixes."""
    yield from _by_date(subject)
    yield from _by_interval(subject)
    head = subject.document.head
    if head.body != "law" and head.next_review is None and _owed(subject) is None:
        message = "Nothing says when the next review is due."
        hint = "Enter `next_review`, or `interval_months` with `last_review`."
        yield LintFinding(MISSING, "warning", message, subject.place("policy"), hint)
