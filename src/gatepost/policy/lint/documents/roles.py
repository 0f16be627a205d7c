"""Duties that nobody owns, and a policy that nobody approved."""

from collections.abc import Iterator

from gatepost.policy.lint.documents.subject import Subject
from gatepost.policy.lint.finding import LintFinding

NAME = "unnamed-role"


def check(subject: Subject) -> Iterator[LintFinding]:
    """Report a duty without an `owner`, and a policy with neither approver nor owner."""
    head = subject.document.head
    if head.body != "law" and not (head.approver or head.owner):
        message = "Neither an approver nor an owner of the policy is named."
        hint = "Enter `approver` or `owner`: a role or a body, never a person."
        yield LintFinding(NAME, "warning", message, subject.place("policy"), hint)
    for point in subject.document.points:
        for carrier in point.carriers:
            if carrier.kind == "duty" and not carrier.body.get("owner"):
                message = f"The duty of {point.ref} has no owner."
                hint = "Enter the role that does it as `owner`."
                yield subject.at_clause(NAME, "warning", refs=(point.ref,), message=message, hint=hint)
