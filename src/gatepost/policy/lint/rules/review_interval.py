"""The interval in the text and the dates on the cover do not agree, or one of them is printed twice and differs."""

from collections.abc import Iterator
from datetime import timedelta

from gatepost.policy.lint.finding import LintFinding
from gatepost.policy.lint.intervals import stated_intervals
from gatepost.policy.lint.owed import each_so_many, owed_by_interval
from gatepost.policy.lint.printed_dates import in_words, our_reading
from gatepost.policy.lint.reading import Reading

NAME = "review-interval"
# A review a few weeks off its anniversary is no contradiction: committees meet when they meet.
_LEEWAY = timedelta(days=45)


def _against_the_cover(reading: Reading) -> Iterator[LintFinding]:
    due, owed = reading.dates.next, owed_by_interval(reading)
    if due is None or owed is None or due.printed.first <= owed.by + _LEEWAY:
        return
    line = reading.page.line_at(due.start)
    message = f"{owed.in_words(reading)}, but line {line} prints {in_words(due.printed.last)}."
    hint = f"Make the interval and the printed date agree. {our_reading(owed.base.printed)}"
    span = (owed.interval.start, owed.interval.end)
    yield reading.page.finding(NAME, "warning", span=span, message=message, hint=hint)


def _two_intervals(reading: Reading) -> Iterator[LintFinding]:
    stated = stated_intervals(reading.page)
    for first, other in zip(stated[:1] * len(stated), stated[1:], strict=False):
        if other.months != first.months:
            line, one, two = reading.page.line_at(first.start), each_so_many(first.months), each_so_many(other.months)
            message = f"Line {line} says that the policy is reviewed {one}, this line {two}."
            hint = "Keep one interval. Until then the longer is counted here: our reading."
            yield reading.page.finding(NAME, "warning", span=(other.start, other.end), message=message, hint=hint)
            return


def _two_due_dates(reading: Reading) -> Iterator[LintFinding]:
    due = reading.dates.due
    for first, other in zip(due[:1] * len(due), due[1:], strict=False):
        if other.printed.last < first.printed.first or first.printed.last < other.printed.first:
            message = f"Line {reading.page.line_at(first.start)} prints another date for the next review."
            hint = "Print one date. Until then the later is counted here: our reading."
            yield reading.page.finding(NAME, "warning", span=(other.start, other.end), message=message, hint=hint)
            return


def check(reading: Reading) -> Iterator[LintFinding]:
    """Report a printed date beyond what the interval allows, two intervals, and two dates of the next review."""
    yield from _against_the_cover(reading)
    yield from _two_intervals(reading)
    yield from _two_due_dates(reading)
