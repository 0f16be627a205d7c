"""Lint on a document of our own, with one remark of each kind, and on one in good order."""

from datetime import date

import pytest

from gatepost.policy.lint import LintFinding, lint_document
from gatepost.policy.reading import read_document
from tests.policy.lint.known_law import LAW, TODAY

HEAD = """policy: harbour-fold
title: Social media
note: Our own example.
adopted_by: Harbour Fold School
"""
CLAUSES = """sections:
  - id: '1'
    title: Rules
    clauses:
      - ref: 1.p1
        points:
          - {strength: must, who: [staff], says: SAYS, guidance: Ask}
      - ref: 1.p2
        points:
          - {strength: must, who: [staff], says: Staff stay polite., guidance: Ask}
"""


def linted(head: str, *, says: str = "Staff are kind.", today: date | None = TODAY) -> list[LintFinding]:
    text = HEAD + head + CLAUSES.replace("SAYS", says)
    return list(lint_document(read_document(text, file="own.yaml"), today=today, law=LAW))


def rules(found: list[LintFinding]) -> list[str]:
    return [each.rule for each in found if each.rule != "guidance-gap"]


@pytest.mark.parametrize(
    ("head", "says", "rule"),
    [
        ("owner: Head\nnext_review: 2026-06\n", "Kind.", "review-overdue"),
        ("owner: Head\napproved: 2025-06\ninterval_months: 12\n", "Kind.", "review-overdue"),
        ("owner: Head\napproved: 2026-06\nnext_review: 2029-06\ninterval_months: 12\n", "Kind.", "review-interval"),
        ("owner: Head\n", "Kind.", "review-missing"),
        ("next_review: 2027-06\n", "Kind.", "unnamed-role"),
        ("owner: Head\nnext_review: 2027-06\n", "Staff know KCSIE 2024.", "superseded-edition"),
        ("owner: Head\nnext_review: 2027-06\n", "RIPA governs this.", "changed-law"),
        ("owner: Head\nnext_review: 2027-06\n", "Facebook and MSN count.", "platform-gone"),
        ("owner: Head\nnext_review: 2027-06\n", "'Ask. (if appropriate)'", "template-leftover"),
        (
            "owner: Head\nnext_review: 2027-06\nconflicts:\n  - {between: [1.p1, 1.p2], about: kind or polite}\n",
            "Kind.",
            "stated-conflict",
        ),
        (
            "owner: Head\nnext_review: 2027-06\nchannels:\n  - {platform: x, ref: 1.p1, closed: 2025-11-01}\n",
            "Kind.",
            "channel-left",
        ),
    ],
)
def test_each_fault_of_a_document_gets_its_one_remark(head: str, says: str, rule: str) -> None:
    assert rules(linted(head, says=says)) == [rule]


@pytest.mark.parametrize(
    ("kind", "rule"),
    [
        ("leftover", "template-leftover"),
        ("dated", "dated-reference"),
        ("contradiction", "stated-conflict"),
        ("wording", "drafting-slip"),
        ("gap", "unnamed-role"),
    ],
)
def test_a_declared_slip_of_each_kind_is_reported_at_its_clause(kind: str, rule: str) -> None:
    slips = f"owner: Head\nnext_review: 2027-06\nslips:\n  - {{refs: [1.p2], kind: {kind}, says: A slip}}\n"
    (found,) = [each for each in linted(slips) if each.rule != "guidance-gap"]
    assert (found.rule, found.refs, found.message) == (rule, ("1.p2",), "A slip.")


def test_a_document_in_good_order_gets_only_notes_on_what_it_lacks() -> None:
    dates = "approved: 2026-06\nnext_review: 2027-06\ninterval_months: 12\n"
    good = f"owner: Head\n{dates}channels:\n  - {{platform: facebook, ref: 1.p1}}\n"
    assert {(each.rule, each.severity) for each in linted(good)} == {("guidance-gap", "note")}


def test_a_remark_on_a_clause_stands_at_the_clause_and_names_it() -> None:
    (found,) = [each for each in linted("owner: H\nnext_review: 2027-06\n", says="RIPA.") if each.rule == "changed-law"]
    assert (found.refs[0], found.where.file) == ("1.p1", "own.yaml")
    assert found.where.line > 7


def test_without_a_day_a_document_is_not_called_overdue() -> None:
    assert rules(linted("owner: Head\nnext_review: 2020-06\n", today=None)) == ["limits"]


LAW_DOCUMENT = (
    HEAD
    + """body: law
sections:
  - id: '1'
    title: Law
    clauses:
      - ref: b1
        answer: safe
        sources: [{title: KCSIE, edition: "EDITION", checked: CHECKED, confidence: notes}]
        points:
          - {strength: must, who: [school], says: Faces are looked at., guidance: Ask}
"""
)


@pytest.mark.parametrize(
    ("edition", "checked", "expected"),
    [
        ("2026", "2026-11-21", []),
        ("2025", "2026-11-21", ["superseded-edition"]),
        ("2026", "2025-10", ["source-unchecked"]),
    ],
)
def test_the_citations_of_a_baseline_are_held_to_edition_and_date(
    edition: str, checked: str, expected: list[str]
) -> None:
    text = LAW_DOCUMENT.replace("EDITION", edition).replace("CHECKED", checked)
    assert rules(list(lint_document(read_document(text, file="law.yaml"), today=TODAY, law=LAW))) == expected
