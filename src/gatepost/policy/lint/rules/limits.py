"""What could not be judged: no day was given, or the data on law have not been checked for over a year."""

from collections.abc import Iterator

from gatepost.policy.lint.finding import LintFinding
from gatepost.policy.lint.printed_dates import add_months, in_words
from gatepost.policy.lint.reading import Reading

NAME = "limits"


def check(reading: Reading) -> Iterator[LintFinding]:
    """Note that dates and law went unjudged, or that what is known of the law is old."""
    if reading.today is None:
        message = "No day was given, so review dates, editions, law, platforms and guidance were not judged."
        hint = "Give the day on which the policy is read."
    elif reading.today > add_months(reading.law.checked, 12):
        checked = in_words(reading.law.checked)
        message = f"What is known here of law and guidance was checked on {checked}, over a year ago."
        hint = "Bring the list of law up to date before relying on what is said about it."
    else:
        return
    yield reading.page.finding(NAME, "note", span=(0, 0), message=message, hint=hint)
