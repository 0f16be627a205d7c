"""What the rules on dated data share: the first mention of an entry that the text does not already put right."""

import re
from collections.abc import Callable, Iterable, Iterator

from gatepost.policy.lint.finding import LintFinding
from gatepost.policy.lint.law import LawEntry
from gatepost.policy.lint.reading import Reading

_NEAR = 90


def applies(reading: Reading, entry: LawEntry) -> bool:
    """Return whether an entry is in force on the day and its subject is raised in the text at all."""
    if reading.today is None or entry.since > reading.today:
        return False
    return not entry.when or any(pattern.search(reading.page.plain) for pattern in entry.when)


def _is_put_right(reading: Reading, entry: LawEntry, found: re.Match[str]) -> bool:
    near = reading.page.plain[max(0, found.start() - _NEAR) : found.end() + _NEAR]
    return any(pattern.search(near) for pattern in entry.unless)


def _mentions(reading: Reading, entry: LawEntry) -> Iterator[re.Match[str]]:
    """Yield the mentions of an entry, in order, without those that the words around them put right."""
    found = (match for pattern in entry.patterns for match in pattern.finditer(reading.page.plain))
    taken = -1
    for match in sorted(found, key=lambda each: (each.start(), -each.end())):
        if match.start() >= taken and not _is_put_right(reading, entry, match):
            taken = match.end()
            yield match


def _elsewhere(reading: Reading, found: list[re.Match[str]]) -> str:
    """Return " Also on lines 4, 9." (or the clauses) for the mentions after the first, or nothing."""
    first, *others = (reading.page.line_at(each.start()) for each in found)
    lines = sorted(set(others) - {first})
    if not lines:
        return ""
    marks, many = reading.page.marks, "s" if len(lines) > 1 else ""
    if marks:
        return f" Also in clause{many} {', '.join(marks[line - 1].ref for line in lines)}."
    return f" Also on line{many} {', '.join(map(str, lines))}."


def first_mentions(
    reading: Reading,
    name: str,
    entries: Iterable[LawEntry],
    *,
    message: Callable[[LawEntry], str],
    source: Callable[[LawEntry], str],
) -> Iterator[LintFinding]:
    """Report, for the rule of that name, the first mention of each entry, and where else it stands.

    `message` says of an entry what is wrong with it, and `source` what its reference is called.
    """
    for entry in entries:
        found = list(_mentions(reading, entry)) if applies(reading, entry) else []
        if found:
            yield reading.page.finding(
                name,
                entry.severity,
                span=found[0].span(),
                message=message(entry),
                hint=entry.note + _elsewhere(reading, found),
                refs=(reading.law.ref(source(entry), entry.mark),),
            )
