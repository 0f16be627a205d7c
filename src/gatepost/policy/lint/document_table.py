"""Lint on a document: the rules of its own, and those rules on text that make sense clause by clause."""

from collections.abc import Callable, Iterator
from datetime import date

from gatepost.policy.document import Document
from gatepost.policy.lint.documents import channels, declared, review, roles, sources
from gatepost.policy.lint.documents.subject import Subject, page_of
from gatepost.policy.lint.finding import LintFinding, by_gravity
from gatepost.policy.lint.law import Law
from gatepost.policy.lint.reading import Reading
from gatepost.policy.lint.rules import (
    changed_law,
    guidance_gap,
    limits,
    old_paragraph,
    out_of_step,
    platform_gone,
    superseded_edition,
    template_leftover,
)
from gatepost.policy.lint.table import Rule

DocumentRule = Callable[[Subject], Iterator[LintFinding]]

DOCUMENT_RULES: tuple[DocumentRule, ...] = (
    review.check,
    declared.check,
    channels.check,
    sources.check,
    roles.check,
)
# A clause says each thing once and in our own words: rules on phrasing (strength, passives) have nothing to find there.
CLAUSE_RULES: tuple[Rule, ...] = (
    superseded_edition.check,
    old_paragraph.check,
    changed_law.check,
    out_of_step.check,
    platform_gone.check,
    template_leftover.check,
    limits.check,
)


def _controls(document: Document) -> frozenset[str]:
    carriers = (carrier for point in document.points for carrier in point.carriers)
    return frozenset(carrier.control.name for carrier in carriers if carrier.control)


def lint_document(document: Document, *, today: date | None, law: Law) -> tuple[LintFinding, ...]:
    """Return the remarks on a document, gravest first, then by place. `today` as for `lint_text`."""
    subject = Subject(document, today, law)
    reading = Reading(page_of(document), today, law)
    found = [finding for rule in DOCUMENT_RULES for finding in rule(subject)]
    found += [finding for rule in CLAUSE_RULES for finding in rule(reading)]
    if document.head.body != "law":  # what a policy lacks is asked of a policy, not of the law that it stands under
        found += guidance_gap.check(reading, _controls(document))
    return by_gravity(found)
