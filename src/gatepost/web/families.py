"""A family's page as it is laid out, and what was chosen on it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.http import QueryDict

from gatepost.channels.models.channel import platform_name
from gatepost.consents.families import FIRST, Page, Question
from gatepost.consents.telling import HEADINGS, LINES

PREFIX = "answer-"
_OPEN: Final = ("web", "social", "press")
"""Tiers that anybody in the world can see."""
OTHERS: Final = "Any other account on social media, also one that we open later"


@dataclass(frozen=True, slots=True)
class Row:
    """One question with its two choices: `chosen` is "yes", "no" or, where nothing was, ""."""

    question: Question
    what: str
    chosen: str

    @property
    def name(self) -> str:
        """The name of its field."""
        return f"{PREFIX}{self.question.key}"


@dataclass(frozen=True, slots=True)
class Section:
    """The questions about one place: those that stand open, and those that are folded away."""

    heading: str
    first: tuple[Row, ...]
    more: tuple[Row, ...]

    @property
    def anchor(self) -> str:
        """The id of its heading."""
        return f"place-{self.first[0].question.key}"

    @property
    def at_a_glance(self) -> str:
        """What its reader has said of what stands open here: “A picture: no. The first name: not answered.”"""
        return " ".join(f"{row.what}: {_said(row.question)}." for row in self.first)

    @property
    def warns(self) -> bool:
        """Whether the risk of misuse is told here beside what the school itself wrote, which may not speak of it."""
        asked = [row.question for row in (*self.first, *self.more)]
        return any(one.tier in _OPEN and one.wording is not None and one.text == one.wording.text for one in asked)

    @property
    def is_unfolded(self) -> bool:
        """Whether what is folded away else stands open: there is a yes with no name on it, for its reader to see."""
        return any(row.question.listed for row in self.more)

    @property
    def is_of_others(self) -> bool:
        """Whether it is about every platform that has no place of its own on the page."""
        return self.first[0].question.others

    @property
    def about(self) -> str:
        """What every question here is told, said once; an empty text where each is told something of its own."""
        texts = {row.question.text for row in (*self.first, *self.more)}
        return next(iter(texts)) if len(texts) == 1 else ""


def sections(page: Page, wanted: Mapping[str, bool]) -> tuple[Section, ...]:
    """Return the page place by place. `wanted` is what was chosen and not saved, by key: nothing typed is lost."""
    grouped: dict[str, list[Row]] = {}
    for one in page.questions:
        heading = platform_name(one.platform) if one.platform else OTHERS if one.others else HEADINGS[one.tier]
        grouped.setdefault(heading, []).append(Row(one, LINES[one.element], _chosen(one, wanted)))
    return tuple(_section(heading, rows) for heading, rows in grouped.items())


def _section(heading: str, rows: list[Row]) -> Section:
    first = tuple(row for row in rows if row.question.element in FIRST)
    return Section(heading, first, tuple(row for row in rows if row not in first))


def _said(question: Question) -> str:
    if question.ran_out:
        return "your yes has run out"
    if question.own:
        return "yes" if question.says_yes else "no"
    return "not answered" if question.asks_consent else "not objected"


def _chosen(question: Question, wanted: Mapping[str, bool]) -> str:
    if question.key in wanted:
        return "yes" if wanted[question.key] else "no"
    return "" if not question.own else "yes" if question.says_yes else "no"


def chosen(page: Page, form: QueryDict) -> dict[str, bool]:
    """Return what was chosen by the keys of questions; with “no to everything”, a no to each."""
    if form.get("everything") == "no":
        return {one.key: False for one in page.questions}
    said = {one.key: form.get(f"{PREFIX}{one.key}") for one in page.questions}
    return {key: value == "yes" for key, value in said.items() if value in {"yes", "no"}}
