"""The rules, in the order a reader would want to hear of them. A new rule is one module and one line here."""

from collections.abc import Callable, Iterator
from datetime import date

from gatepost.policy.lint.finding import LintFinding, by_gravity
from gatepost.policy.lint.law import Law
from gatepost.policy.lint.page import Page
from gatepost.policy.lint.reading import Reading
from gatepost.policy.lint.rules import (
    changed_law,
    channel_left,
    guidance_gap,
    limits,
    mixed_strength,
    old_paragraph,
    out_of_step,
    platform_gone,
    review_interval,
    review_missing,
    review_overdue,
    stray_number,
    superseded_edition,
    template_leftover,
    unexplained_body,
    unnamed_role,
)

Rule = Callable[[Reading], Iterator[LintFinding]]

RULES: dict[str, Rule] = {
    review_overdue.NAME: review_overdue.check,
    review_interval.NAME: review_interval.check,
    review_missing.NAME: review_missing.check,
    superseded_edition.NAME: superseded_edition.check,
    old_paragraph.NAME: old_paragraph.check,
    changed_law.NAME: changed_law.check,
    out_of_step.NAME: out_of_step.check,
    channel_left.NAME: channel_left.check,
    platform_gone.NAME: platform_gone.check,
    template_leftover.NAME: template_leftover.check,
    stray_number.NAME: stray_number.check,
    mixed_strength.NAME: mixed_strength.check,
    unnamed_role.NAME: unnamed_role.check,
    unexplained_body.NAME: unexplained_body.check,
    guidance_gap.NAME: guidance_gap.check,
    limits.NAME: limits.check,
}


def lint_text(text: str, *, today: date | None, law: Law, name: str = "") -> tuple[LintFinding, ...]:
    """Return the remarks on a policy's plain text, gravest first, then in order of place and of the table.

    `today` is the day to judge by; None means that nothing which depends on a day is judged, and a note says so.
    """
    reading = Reading(Page(text, name), today, law)
    return by_gravity(finding for rule in RULES.values() for finding in rule(reading))
