"""Practices that guidance now advises against, such as taking use of the network as consent to monitoring."""

from collections.abc import Iterator

from gatepost.policy.lint.finding import LintFinding
from gatepost.policy.lint.known import first_mentions
from gatepost.policy.lint.law import LawEntry
from gatepost.policy.lint.reading import Reading

NAME = "out-of-step"


def check(reading: Reading) -> Iterator[LintFinding]:
    """Report the first place of each practice in the data."""
    return first_mentions(reading, NAME, reading.law.practices, message=_message, source=_source)


def _message(entry: LawEntry) -> str:
    return f"{entry.name}."


def _source(entry: LawEntry) -> str:
    return entry.status
