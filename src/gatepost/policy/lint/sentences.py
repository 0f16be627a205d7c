"""A policy's text cut into sentences, each bullet knowing the line that leads it ("Staff must not:")."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gatepost.policy.lint.page import Page

_BULLET = r"(?:[-•▪◦●·o]|\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-z]|[ivx]{1,4})[.)]?)[ \t]"
_BREAK = re.compile(
    r"(?<=[.!?;])[\"')\]]{0,2}\s+(?=[\"'(\[]?[A-Z0-9•-])"  # the end of a sentence
    r"|(?<=[:;])[ \t]*\n"  # a line that leads a list
    r"|\n[ \t]{0,80}\n\s{0,200}(?=[^a-z\s])"  # a blank line, unless a page break falls inside a sentence
    rf"|\n(?=[ \t]{{0,80}}{_BULLET})"
    r"|\n(?=[^\n]{0,300}\t)|(?<=\t)\n"  # a row of a table
)
# A full stop that ends no sentence: of an abbreviation, or of the number that opens a line.
_NO_END = re.compile(
    r"\b(?:e\.g|i\.e|no|para|paras|p|s|ss|vs|mr|mrs|ms|dr|st|cf)\.$|\n[ \t]*\d{1,2}(?:\.\d{1,2}){0,3}\.$", re.IGNORECASE
)
_IS_BULLET = re.compile(rf"\s*{_BULLET}")
_LEADS = re.compile(r"[:;]\s*$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """`page.plain[start:end]`; `lead` is the line above a list that this item belongs to, else empty."""

    start: int
    end: int
    words: str
    lead: str = ""


def _before(plain: str, at: int) -> str:
    # The text opens a line too, though no newline says so.
    return plain[at - 15 : at] if at >= 15 else "\n" + plain[:at]


def _spans(plain: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in _BREAK.finditer(plain):
        if _NO_END.search(_before(plain, found.start())):
            continue
        yield start, found.start()
        start = found.end()
    yield start, len(plain)


def _trimmed(plain: str, start: int, end: int) -> tuple[int, int]:
    words = plain[start:end]
    return start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip()))


def sentences(page: Page) -> tuple[Sentence, ...]:
    """Return the sentences of a text in order. A list item carries its list's leading line until prose resumes."""
    found: list[Sentence] = []
    lead = ""
    for rough_start, rough_end in _spans(page.plain):
        start, end = _trimmed(page.plain, rough_start, rough_end)
        words = page.plain[start:end]
        if not words:
            continue
        is_item = bool(_IS_BULLET.match(page.plain[page.line_span(start)[0] : end]))
        found.append(Sentence(start, end, words, lead if is_item else ""))
        if not is_item:
            lead = words if _LEADS.search(words) else ""
        elif _LEADS.search(words) and not lead:
            lead = words
    return tuple(found)
