"""A policy's text as lint reads it: the same characters with typography folded, and every offset still true."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from gatepost.policy.errors import Place
from gatepost.policy.lint.finding import LintFinding, Severity, in_few_words

# One character for one character, so that an offset into the folded text is an offset into the text.
# Asterisks go, unless they are bullets: bold in Markdown would hide "**must** not" from every pattern.
_FOLDED = str.maketrans("‘’“”–—\u2011\u00a0\u202f\r\x0c*", "''\"\"---   \n ")


_STARRED = re.compile(r"^([ \t]{0,40})\*(?=[ \t])", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Mark:
    """What a line of a page stands for, where the page was made from a document: a clause at its place."""

    place: Place
    ref: str


@dataclass(frozen=True, slots=True)
class Page:
    """One text under one name. `plain` is as long as `text`; patterns are matched on `plain`.

    `marks` is empty for a plain text; for a page made from a document it has one mark a line.
    """

    text: str
    name: str = ""
    marks: tuple[Mark, ...] = ()
    plain: str = field(init=False)
    line_starts: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "plain", _STARRED.sub(r"\1•", self.text).translate(_FOLDED))
        starts = [0, *(at + 1 for at, letter in enumerate(self.text) if letter == "\n")]
        object.__setattr__(self, "line_starts", tuple(starts))

    def line_at(self, offset: int) -> int:
        """Return the 1-based number of the line that holds `offset`."""
        return bisect_right(self.line_starts, offset)

    def line_span(self, offset: int) -> tuple[int, int]:
        """Return start and end (newline excluded) of the line that holds `offset`."""
        line = self.line_at(offset)
        end = self.line_starts[line] - 1 if line < len(self.line_starts) else len(self.text)
        return self.line_starts[line - 1], end

    def place(self, offset: int) -> Place:
        """Return the place of one character: in the text, or of the clause it belongs to."""
        line = self.line_at(offset)
        if self.marks:
            return self.marks[line - 1].place
        return Place(self.name or "text", line, offset - self.line_starts[line - 1] + 1)

    def finding(
        self,
        rule: str,
        severity: Severity,
        *,
        span: tuple[int, int],
        message: str,
        hint: str,
        refs: tuple[str, ...] = (),
    ) -> LintFinding:
        """Return a finding about `text[start:end]`, quoting the first of its words."""
        start, end = span
        words = in_few_words(self.text[start:end])
        own = (self.marks[self.line_at(start) - 1].ref,) if self.marks and end > start else ()
        return LintFinding(rule, severity, message, self.place(start), hint, words, (*own, *refs))
