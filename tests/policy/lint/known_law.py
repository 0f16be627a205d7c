"""What the tests of lint share: the law that the package ships, a day, and the remarks of one rule on a text."""

from datetime import date
from importlib.resources import files

from gatepost import library
from gatepost.policy.lint import RULES, Law, LintFinding, read_law
from gatepost.policy.lint.page import Page
from gatepost.policy.lint.reading import Reading

TODAY = date(2026, 11, 21)


def shipped_law() -> Law:
    """Return the shipped law with its guidance topics."""
    shelf = files(library)
    topics = shelf.joinpath("guidance_topics.yaml").read_text(encoding="utf-8")
    return read_law(shelf.joinpath("law.yaml").read_text(encoding="utf-8"), topics=topics)


LAW = shipped_law()


def remarks(text: str, *, rule: str, today: date | None = TODAY) -> list[LintFinding]:
    """Return what one rule says of a text."""
    return list(RULES[rule](Reading(Page(text, "text"), today, LAW)))


def messages(text: str, *, rule: str, today: date | None = TODAY) -> str:
    """Return what one rule says of a text, a line each; nothing where it is silent."""
    return "\n".join(finding.message for finding in remarks(text, rule=rule, today=today))
