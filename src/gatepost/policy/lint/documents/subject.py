"""What every rule on a document is given, and the document's words as a page whose lines know their clause."""

from dataclasses import dataclass
from datetime import date

from gatepost.policy.document import Document
from gatepost.policy.errors import Place
from gatepost.policy.lint.finding import LintFinding, Severity
from gatepost.policy.lint.law import Law
from gatepost.policy.lint.page import Mark, Page


@dataclass(frozen=True, slots=True)
class Subject:
    """One document as read on one day."""

    document: Document
    today: date | None
    law: Law

    def place(self, key: str) -> Place:
        """Return the place of a key at the head of the document, or its first line where the key is absent."""
        return self.document.places.get(key, Place(self.document.file or self.document.head.id, 1))

    def place_of_clause(self, ref: str) -> Place:
        """Return the place of a clause, or the first line where there is no such clause."""
        first = Place(self.document.file or self.document.head.id, 1)
        return next((clause.place for clause in self.document.clauses if clause.ref == ref), first)

    def at_clause(
        self, rule: str, severity: Severity, *, refs: tuple[str, ...], message: str, hint: str
    ) -> LintFinding:
        """Return a finding at the first of some clauses."""
        return LintFinding(rule, severity, message, self.place_of_clause(refs[0] if refs else ""), hint, refs=refs)


def page_of(document: Document) -> Page:
    """Return what every point says, in the owner's wording where it was entered, one line a point."""
    lines: list[str] = []
    marks: list[Mark] = []
    for point in document.points:
        # An empty line between the points, so that no sentence runs from one into the next.
        lines += [" ".join((point.wording or point.says).split()), ""]
        marks += [Mark(point.place, point.ref)] * 2
    return Page("\n".join(lines), document.file, tuple(marks) or (Mark(Place(document.file, 1), ""),))
