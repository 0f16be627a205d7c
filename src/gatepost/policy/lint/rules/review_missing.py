"""Nobody can tell when the policy is due: no date of the next review, and no interval with a date to count from."""

from collections.abc import Iterator

from gatepost.policy.lint.finding import LintFinding
from gatepost.policy.lint.intervals import stated_intervals
from gatepost.policy.lint.reading import Reading
from gatepost.policy.lint.review_dates import unread_label

NAME = "review-missing"


def check(reading: Reading) -> Iterator[LintFinding]:
    """Report a label without a readable date, or the absence of any date and interval to go by."""
    intervals = stated_intervals(reading.page)
    counted = bool(intervals) and reading.dates.base(today=reading.today) is not None
    if reading.dates.due or counted:
        return
    label = unread_label(reading.page)
    if label:
        message = "A next review is announced here, but no date could be read."
    elif intervals:
        message = "The text states how often it is reviewed, but prints no date to count from."
    else:
        message = "No date of the next review is printed, and no interval is stated."
    span = label or ((intervals[0].start, intervals[0].end) if intervals else (0, 0))
    hint = "Print when the policy was last reviewed and when it is next due, with a day: Next review: 31 August 2027."
    yield reading.page.finding(NAME, "warning", span=span, message=message, hint=hint)
