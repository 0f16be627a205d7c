"""Channels that still stand in a document's list after the day on which they were closed."""

from collections.abc import Iterator

from gatepost.policy.lint.documents.subject import Subject
from gatepost.policy.lint.finding import LintFinding
from gatepost.policy.lint.printed_dates import in_words

NAME = "channel-left"


def check(subject: Subject) -> Iterator[LintFinding]:
    """Report a listed channel whose closing day is past."""
    for channel in subject.document.head.channels:
        if not (channel.closed and subject.today and channel.closed.last_day() < subject.today):
            continue
        day = in_words(channel.closed.last_day())
        message = f"{channel.name or channel.platform} is still listed as an official account, and was closed by {day}."
        hint = "Keep the row as history, but take the channel out of the clause that lists what is official."
        yield subject.at_clause(NAME, "warning", refs=(channel.ref,), message=message, hint=hint)
