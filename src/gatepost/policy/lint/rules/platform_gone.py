"""Platforms that closed or changed their name: harmless in a list of examples, but they date a policy."""

from collections.abc import Iterator

from gatepost.policy.lint.finding import LintFinding
from gatepost.policy.lint.known import applies, elsewhere, mentions
from gatepost.policy.lint.printed_dates import in_words
from gatepost.policy.lint.reading import Reading

NAME = "platform-gone"


def check(reading: Reading) -> Iterator[LintFinding]:
    """Report the first mention of each platform that is no more, or no more under that name."""
    for entry in reading.law.platforms:
        found = list(mentions(reading, entry)) if applies(reading, entry) else []
        if found:
            now = f" and is now {entry.replaced_by[0]}" if entry.replaced_by else ""
            yield reading.page.finding(
                NAME,
                entry.severity,
                span=found[0].span(),
                message=f"{entry.name} {entry.status} on {in_words(entry.since)}{now}.",
                hint=entry.note + elsewhere(reading, found),
                refs=(reading.law.ref(entry.name, entry.mark),),
            )
