"""What the editor of a document declares: clauses that disagree, leftovers, slips and dated references."""

from collections.abc import Iterator

from gatepost.policy.lint.documents.subject import Subject
from gatepost.policy.lint.finding import LintFinding, Severity

CONFLICT = "stated-conflict"
# The rule, how grave and what to do, for each kind of slip that a document can declare.
_SLIPS: dict[str, tuple[str, Severity, str]] = {
    "leftover": ("template-leftover", "warning", "Finish the text: keep, fill in or drop what the template left."),
    "dated": ("dated-reference", "warning", "Bring the reference up to date at the next review."),
    "contradiction": (CONFLICT, "warning", "Decide which of the clauses governs, and say so in the text."),
    "wording": ("drafting-slip", "note", "Put the wording right at the next review."),
    "gap": ("unnamed-role", "warning", "Say who, by when or where; until then a person has to decide each time."),
}


def _conflicts(subject: Subject) -> Iterator[LintFinding]:
    for conflict in subject.document.conflicts:
        decides = "A verdict that rests on them says so." if conflict.decides else "It changes no verdict here."
        yield subject.at_clause(
            CONFLICT,
            "warning",
            refs=conflict.between,
            message=f"Clauses {' and '.join(conflict.between)} disagree: {conflict.about}.",
            hint=f"Decide which of the two governs, and say so in the text. {decides}",
        )


def _slips(subject: Subject) -> Iterator[LintFinding]:
    for slip in subject.document.slips:
        rule, severity, hint = _SLIPS[slip.kind]
        message = slip.says if slip.says.endswith((".", "?", "!")) else f"{slip.says}."
        yield subject.at_clause(rule, severity, refs=slip.refs, message=message, hint=hint)


def check(subject: Subject) -> Iterator[LintFinding]:
    """Report every conflict and slip that the document declares; nothing is resolved silently."""
    yield from _conflicts(subject)
    yield from _slips(subject)
