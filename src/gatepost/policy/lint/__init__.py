"""Lint for policies: what is overdue, superseded, left over from a template, contradictory or missing."""

from gatepost.policy.lint.document_table import lint_document
from gatepost.policy.lint.finding import LintFinding, Severity
from gatepost.policy.lint.law import Law, UnableToReadLaw, read_law
from gatepost.policy.lint.table import RULES, lint_text

__all__ = ["RULES", "Law", "LintFinding", "Severity", "UnableToReadLaw", "lint_document", "lint_text", "read_law"]
