"""The review that a stated interval asks for, counted from the last adoption or review that is printed."""

from dataclasses import dataclass
from datetime import date

from gatepost.policy.lint.intervals import StatedInterval, stated_intervals
from gatepost.policy.lint.printed_dates import add_months, in_words
from gatepost.policy.lint.reading import Reading
from gatepost.policy.lint.review_dates import Dated


@dataclass(frozen=True, slots=True)
class Owed:
    """A review owed `by` a day, because `interval` runs from `base`."""

    interval: StatedInterval
    base: Dated
    by: date

    def in_words(self, reading: Reading) -> str:
        """Return the reckoning, without a full stop."""
        line = reading.page.line_at(self.base.start)
        often = each_so_many(self.interval.months)
        return f"The text asks for a review {often}; counted from line {line}, that is {in_words(self.by)}"


def each_so_many(months: int) -> str:
    """Return an interval in words: every year, every 2 years, every 6 months."""
    years, rest = divmod(months, 12)
    if rest:
        return f"every {months} months"
    return "every year" if years == 1 else f"every {years} years"


def owed_by_interval(reading: Reading) -> Owed | None:
    """Return what the longest stated interval asks for; None without an interval, or a date to count from."""
    intervals = stated_intervals(reading.page)
    base = reading.dates.base(today=reading.today)
    if base is None or not intervals:
        return None
    interval = max(intervals, key=lambda each: each.months)
    return Owed(interval, base, add_months(base.printed.last, interval.months))
