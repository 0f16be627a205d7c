"""Words of a template that were meant to be replaced: instructions, placeholders, optional sentences in brackets."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gatepost.policy.lint.finding import LintFinding, Severity
from gatepost.policy.lint.phrases import phrase
from gatepost.policy.lint.reading import Reading

NAME = "template-leftover"


@dataclass(frozen=True, slots=True)
class _Leftover:
    severity: Severity
    message: str
    hint: str
    patterns: tuple[str, ...]


_ASKS = r"(?:delete|amend|insert|complete|adapt|choose|select|tailor|add|edit|enter|replace|state|specify)"
_BLANK = (
    r"(?:name|title|date|role|school|trust|setting|academy|e-?mail|address|number|url|link|town|county|logo|contact"
    r"|job|post)"
)
_REST = r"[^\[\]\n]{0,25}"
_INSIDE = r"[^\[\]]{0,300}"
_MODAL = r"(?:may|will|must|should|shall|can|is|are|has|have)"
_IF_YOUR_SCHOOL = (
    r"\bIf your (?:setting|school|trust|academy|organisation)\b[^.]{0,90}?\b(?:include|delete|insert|amend|use)\b"
    r"[^.]{0,60}?\bsection\b(?:, amended[^.]{0,60})?"
)
_ESCAPE = r"\( ?(?:if|where|as) (?:appropriate|applicable|necessary|required) ?\)"

# A reference in brackets, such as [Department for Education, 2026], is none of these; nor is a link in Markdown.
_LEFTOVERS = (
    _Leftover(
        "error",
        "This is an instruction from a template.",
        "Do what it asks, then take the instruction out.",
        (
            rf"\[[^\[\]\n]{{0,40}}\b{_ASKS}\b[^\[\]]{{0,80}}\](?!\()",
            r"\(?\b(?:delete|amend|adapt|complete|insert) (?:as|where|if) (?:appropriate|applicable|necessary)\b\)?",
            _IF_YOUR_SCHOOL,
            r"\bamended? as appropriate to your \w+",
            r"\b(?:this|the) (?:model|template) (?:policy )?(?:should|must|can|may) be (?:adapted|amended|tailored)",
        ),
    ),
    _Leftover(
        "error",
        "This is a placeholder that was never filled in.",
        "Fill it in.",
        (
            r"\b(?-i:INSERT|ENTER|ADD) (?-i:[A-Z'/]{2,} ?){1,5}",
            rf"\binsert (?:your |the )?(?:school|trust|setting)(?:'s)? {_BLANK}\b",
            rf"<[^<>@/:\n]{{0,25}}\b{_BLANK}\b[^<>@/:\n]{{0,25}}>",
            r"\{\{[^{}\n]{1,40}\}\}|«[^«»\n]{1,40}»",
            rf"\[(?:\w+(?:'s)? ){{0,3}}(?:of )?(?:(?:the|your) )?{_BLANK}(?: (?:of|here|and)\b{_REST}|s)?\](?!\()",
            r"\b(?:XX|DD)/(?:XX|MM)/(?:20)?(?:XX|YY)+\b|\b20XX\b",
            r"(?<![\w/])(?-i:xx+|XX+)(?![\w/])",
        ),
    ),
    _Leftover(
        "warning",
        "Something here is still to be settled.",
        "Settle it, or say who will by when.",
        (r"\b(?-i:TBC|TBA)\b",),
    ),
    _Leftover(
        "warning",
        "A duty ends in an open escape left from a template.",
        "Say when the duty applies, or drop the bracket.",
        (rf"(?<=[.!;])\s*{_ESCAPE}", rf"{_ESCAPE}(?= ?[.;]?[ \t]*$)"),
    ),
    _Leftover(
        "warning",
        "A whole sentence stands in square brackets, as an option in a template does.",
        "Keep the sentence and drop the brackets, or drop both.",
        (rf"\[(?=(?:[^\s\[\]]+\s+){{7}}){_INSIDE}?\b{_MODAL}\b{_INSIDE}\](?!\()",),
    ),
)  # fmt: skip
_READY = tuple((leftover, phrase(pattern)) for leftover in _LEFTOVERS for pattern in leftover.patterns)


def _first_claims(reading: Reading) -> Iterator[tuple[_Leftover, re.Match[str]]]:
    taken: list[tuple[int, int]] = []
    for leftover, pattern in _READY:
        for found in pattern.finditer(reading.page.plain):
            if not any(found.start() < end and start < found.end() for start, end in taken):
                taken.append(found.span())
                yield leftover, found


def check(reading: Reading) -> Iterator[LintFinding]:
    """Report each leftover once, however many forms match it."""
    for leftover, found in _first_claims(reading):
        start = found.end() - len(found.group().lstrip())
        yield reading.page.finding(
            NAME, leftover.severity, span=(start, found.end()), message=leftover.message, hint=leftover.hint
        )
