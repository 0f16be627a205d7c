"""Law that was repealed, replaced in part, amended or misnamed: all of it from dated data."""

from collections.abc import Iterator

from gatepost.policy.lint.finding import LintFinding
from gatepost.policy.lint.known import applies, elsewhere, mentions
from gatepost.policy.lint.law import LawEntry
from gatepost.policy.lint.printed_dates import in_words
from gatepost.policy.lint.reading import Reading

NAME = "changed-law"


def _message(entry: LawEntry) -> str:
    status = entry.status.format(replaced_by=" and ".join(entry.replaced_by), since=in_words(entry.since))
    return f"{entry.name} {status}."


def check(reading: Reading) -> Iterator[LintFinding]:
    """Report the first mention of each instrument in the data, and on which other lines it stands."""
    for entry in reading.law.instruments:
        found = list(mentions(reading, entry)) if applies(reading, entry) else []
        if found:
            yield reading.page.finding(
                NAME,
                entry.severity,
                span=found[0].span(),
                message=_message(entry),
                hint=entry.note + elsewhere(reading, found),
                refs=(reading.law.ref(", ".join(entry.replaced_by) or entry.name, entry.mark),),
            )
