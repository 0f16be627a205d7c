"""Paragraph numbers of guidance: they belong to one edition only, and go stale without a word changing."""

import re
from collections.abc import Iterator

from gatepost.policy.lint.finding import LintFinding
from gatepost.policy.lint.law import Edition, Guidance
from gatepost.policy.lint.reading import Reading
from gatepost.policy.lint.rules.superseded_edition import cited_editions, is_older
from gatepost.policy.lint.sentences import Sentence

NAME = "old-paragraph"
_PARAGRAPHS = re.compile(
    r"\b(?:para(?:graph)?s?)\b\.?\s*(?P<numbers>\d{1,3}(?:\s*(?:-|,|to|and|&)\s*\d{1,3})*)", re.IGNORECASE
)  # fmt: skip


def _edition_in(reading: Reading, guidance: Guidance, sentence: Sentence) -> str | None:
    years = (
        year["year"]
        for mention, year in cited_editions(reading, guidance)
        if sentence.start <= mention.start() <= sentence.end
    )
    return next(years, None)


def _where_now(guidance: Guidance, numbers: str, *, in_force: Edition) -> str:
    spans = [(int(a), int(b or a)) for a, b in re.findall(r"(\d{1,3})(?:\s*(?:-|to)\s*(\d{1,3}))?", numbers)]
    moved = [
        f"{was} is now {now}" for was, now in guidance.moved if any(low <= int(was) <= high for low, high in spans)
    ]
    return f" As far as is known, paragraph {'; '.join(moved)} in {in_force.name}." if moved else ""


def _remark(reading: Reading, guidance: Guidance, found: re.Match[str], *, in_force: Edition) -> LintFinding | None:
    sentence = reading.sentence_at(found.start())
    if not any(pattern.search(sentence.words) for pattern in guidance.patterns):
        return None
    edition = _edition_in(reading, guidance, sentence)
    if edition is not None and not is_older(edition, in_force):
        return None
    now = _where_now(guidance, found["numbers"], in_force=in_force)
    whose = f"the {edition} edition, which is superseded" if edition else "an edition that the sentence does not name"
    return reading.page.finding(
        NAME,
        "error" if edition else "warning",
        span=found.span(),
        message=f"The numbering “{found.group()}” of {guidance.title} belongs to {whose}.",
        hint=f"Cite the topic, or paragraph and edition together.{now}",
        refs=(reading.law.ref(f"{guidance.title} {in_force.name}", in_force.mark),),
    )


def check(reading: Reading) -> Iterator[LintFinding]:
    """Report paragraph numbers of an old edition, or of none that is named."""
    if reading.today is None:
        return
    for guidance in reading.law.guidance:
        in_force = guidance.in_force(reading.today)
        for found in _PARAGRAPHS.finditer(reading.page.plain) if in_force else ():
            remark = in_force and _remark(reading, guidance, found, in_force=in_force)
            if remark:
                yield remark
