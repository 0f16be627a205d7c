"""What a document's clauses cite: an edition that no longer applies, or a citation nobody has looked at for a year."""

from collections.abc import Iterator

from gatepost.policy.document import Clause, Source
from gatepost.policy.lint.documents.subject import Subject
from gatepost.policy.lint.finding import LintFinding
from gatepost.policy.lint.printed_dates import add_months, in_words

EDITION, UNCHECKED = "superseded-edition", "source-unchecked"


def _edition(subject: Subject, clause: Clause, source: Source) -> Iterator[LintFinding]:
    for guidance in subject.law.guidance if subject.today and source.edition else ():
        in_force = guidance.in_force(subject.today) if subject.today else None
        is_this = any(pattern.search(source.title) for pattern in guidance.patterns)
        if in_force and is_this and source.edition != in_force.name:
            message = f"{source.title} {source.edition} is cited; the {in_force.name} edition applies."
            hint = "Read the edition in force against the clause, then cite it with the day of checking."
            refs = (clause.ref, subject.law.ref(f"{guidance.title} {in_force.name}", in_force.mark))
            yield subject.at_clause(EDITION, "error", refs=refs, message=message, hint=hint)


def _unchecked(subject: Subject, clause: Clause, source: Source) -> Iterator[LintFinding]:
    if source.checked is None or (subject.today and add_months(source.checked.last_day(), 12) < subject.today):
        when = f"was last checked by {in_words(source.checked.last_day())}" if source.checked else "was never checked"
        message = f"The citation of {source.title} {when}."
        hint = "Look it up, and enter the day in `checked`."
        yield subject.at_clause(UNCHECKED, "warning", refs=(clause.ref,), message=message, hint=hint)


def check(subject: Subject) -> Iterator[LintFinding]:
    """Report, for each citation, another edition than the one in force and a check more than a year old."""
    for clause in subject.document.clauses:
        for source in clause.sources:
            yield from _edition(subject, clause, source)
            yield from _unchecked(subject, clause, source)
