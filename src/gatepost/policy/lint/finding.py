"""What lint finds: one remark about one place in a policy's text."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from gatepost.policy.errors import Place

Severity = Literal["error", "warning", "note"]

MOST_WORDS = 8
"""A quotation is at most this long: enough to find the place, too short to republish somebody's policy."""


@dataclass(frozen=True, slots=True)
class LintFinding:
    """One remark: what is the matter (`message`), where, and what to do about it (`hint`).

    `words` quotes at most eight words of the place. `refs` names what the remark rests on: clauses of a document, or a
    law with its evidence mark and the day it was checked. An error is a fact against the text; a warning wants a
    person's eye; a note can be left without harm.
    """

    rule: str
    severity: Severity
    message: str
    where: Place
    hint: str
    words: str = ""
    refs: tuple[str, ...] = ()

    def __str__(self) -> str:
        quoted = f" “{self.words}”" if self.words else ""
        refs = f"\n  rests on: {'; '.join(self.refs)}" if self.refs else ""
        return f"{self.severity}[{self.rule}]: {self.message}\n --> {self.where}{quoted}\n  hint: {self.hint}{refs}"


def in_few_words(text: str) -> str:
    """Return the first words of `text` on one line: at most eight, with an ellipsis where more followed."""
    words = text.split()
    return " ".join(words[:MOST_WORDS]) + (" …" if len(words) > MOST_WORDS else "")


_GRAVITY: dict[Severity, int] = {"error": 0, "warning": 1, "note": 2}


def by_gravity(found: Iterable[LintFinding]) -> tuple[LintFinding, ...]:
    """Return findings gravest first, then by place, and at one place in the order in which they were found."""
    return tuple(sorted(found, key=lambda each: (_GRAVITY[each.severity], each.where)))
