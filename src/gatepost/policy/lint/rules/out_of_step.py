"""Practices that guidance now advises against, such as taking use of the network as consent to monitoring."""

from collections.abc import Iterator

from gatepost.policy.lint.finding import LintFinding
from gatepost.policy.lint.known import applies, elsewhere, mentions
from gatepost.policy.lint.reading import Reading

NAME = "out-of-step"


def check(reading: Reading) -> Iterator[LintFinding]:
    """Report the first place of each practice in the data."""
    for entry in reading.law.practices:
        found = list(mentions(reading, entry)) if applies(reading, entry) else []
        if found:
            yield reading.page.finding(
                NAME,
                entry.severity,
                span=found[0].span(),
                message=f"{entry.name}.",
                hint=entry.note + elsewhere(reading, found),
                refs=(reading.law.ref(entry.status, entry.mark),),
            )
