"""An edition of guidance that no longer applies: "KCSIE 2024" after 1 September 2025."""

import re
from collections.abc import Iterator

from gatepost.policy.lint.finding import LintFinding
from gatepost.policy.lint.law import Edition, Guidance
from gatepost.policy.lint.printed_dates import in_words
from gatepost.policy.lint.reading import Reading

NAME = "superseded-edition"
_YEAR_AFTER = re.compile(
    r"[\"')\]]*[,:;]?\s*[\[(]?\s*(?:KCSIE|DfE|HM\s+Government|statutory\s+guidance)?[,)\s]{0,3}(?:\(?(?:published|updated|dated|edition)\s*)?"
    r"\(?(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+)?(?P<year>20[0-3]\d)\b",
    re.IGNORECASE,
)


def cited_editions(reading: Reading, guidance: Guidance) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """Yield each mention of the guidance that has a year right after it: the mention and the year."""
    for pattern in guidance.patterns:
        for mention in pattern.finditer(reading.page.plain):
            year = _YEAR_AFTER.match(reading.page.plain, mention.end())
            if year:
                yield mention, year


def is_older(year: str, in_force: Edition) -> bool:
    """Return whether a year names an edition before the one in force."""
    return int(year) < int(in_force.name)


def _message(cited: str, in_force: Edition, *, older: bool) -> str:
    if older:
        return f"{cited} is superseded: the {in_force.name} edition applies since {in_words(in_force.since)}."
    return f"{cited} does not apply yet, or is not known here: {in_force.name} is in force."


def _of_one(reading: Reading, guidance: Guidance, in_force: Edition) -> Iterator[LintFinding]:
    seen: set[int] = set()
    for mention, year in cited_editions(reading, guidance):
        if year["year"] == in_force.name or year.start("year") in seen:
            continue
        seen.add(year.start("year"))
        older = is_older(year["year"], in_force)
        yield reading.page.finding(
            NAME,
            "error" if older else "note",
            span=(mention.start(), year.end()),
            message=_message(f"{guidance.title} {year['year']}", in_force, older=older),
            hint=f"Read the edition in force against this clause, then cite it with its year. {guidance.note}".strip(),
            refs=(reading.law.ref(f"{guidance.title} {in_force.name}", in_force.mark),),
        )


def check(reading: Reading) -> Iterator[LintFinding]:
    """Report every cited edition that is not the one in force on the day."""
    if reading.today is None:
        return
    for guidance in reading.law.guidance:
        in_force = guidance.in_force(reading.today)
        if in_force:
            yield from _of_one(reading, guidance, in_force)
