"""Platforms that closed or changed their name: harmless in a list of examples, but they date a policy."""

from collections.abc import Iterator

from gatepost.policy.lint.finding import LintFinding
from gatepost.policy.lint.known import first_mentions
from gatepost.policy.lint.law import LawEntry
from gatepost.policy.lint.printed_dates import in_words
from gatepost.policy.lint.reading import Reading

NAME = "platform-gone"


def check(reading: Reading) -> Iterator[LintFinding]:
    """Report the first mention of each platform that is no more, or no more under that name."""
    return first_mentions(reading, NAME, reading.law.platforms, message=_message, source=_source)


def _message(entry: LawEntry) -> str:
    now = f" and is now {entry.replaced_by[0]}" if entry.replaced_by else ""
    return f"{entry.name} {entry.status} on {in_words(entry.since)}{now}."


def _source(entry: LawEntry) -> str:
    return entry.name
