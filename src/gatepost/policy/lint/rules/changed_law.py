"""Law that was repealed, replaced in part, amended or misnamed: all of it from dated data."""

from collections.abc import Iterator

from gatepost.policy.lint.finding import LintFinding
from gatepost.policy.lint.known import first_mentions
from gatepost.policy.lint.law import LawEntry
from gatepost.policy.lint.printed_dates import in_words
from gatepost.policy.lint.reading import Reading

NAME = "changed-law"


def check(reading: Reading) -> Iterator[LintFinding]:
    """Report the first mention of each instrument in the data, and on which other lines it stands."""
    return first_mentions(reading, NAME, reading.law.instruments, message=_message, source=_source)


def _message(entry: LawEntry) -> str:
    status = entry.status.format(replaced_by=" and ".join(entry.replaced_by), since=in_words(entry.since))
    return f"{entry.name} {status}."


def _source(entry: LawEntry) -> str:
    return ", ".join(entry.replaced_by) or entry.name
