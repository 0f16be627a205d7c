"""The dates by which a policy says when it was adopted, last reviewed and is due for review."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from gatepost.policy.lint.page import Page
from gatepost.policy.lint.phrases import phrase
from gatepost.policy.lint.printed_dates import PrintedDate, printed_dates

Kind = Literal["next", "last", "adopted", "review"]

_BE = r"(?:(?:to|will|shall|must|should|is to) )(?:next )?be (?:next |formally |fully )?"
# What stands before a date, and what the date then is. "review" alone can be either, and is settled by its company.
_LABELS: tuple[tuple[Kind, str], ...] = (
    ("next", r"next (?:formal |policy |scheduled |planned )?review(?:ed)?(?: (?:date|due|by|on))*"),
    ("next", r"date (?:of|for) (?:the )?next (?:policy )?review"),
    ("next", r"(?:review|renewal) (?:is )?due(?: (?:date|by|on|in))*|(?:due|date) for (?:review|renewal)"),
    ("next", rf"{_BE}(?:reviewed|renewed|revised)(?: again)?"),
    ("next", r"review (?:by|before)(?=\W{1,3}(?:the end of )?(?:\d|[a-z]+ 20\d\d))"),
    ("next", r"(?:policy )?renewal(?: date)?|expir(?:es|y)(?: date)?|valid (?:until|to)|scheduled (?:for )?review"),
    (
        "last",
        r"(?:date (?:of )?)?(?:the )?(?:last|latest|most recent|previous) (?:policy )?review(?:ed)?(?: (?:date|on))*",
    ),
    ("last", r"date (?:of review|(?:last )?reviewed)|(?:last|date) updated|(?<!be )\breviewed(?: on)?"),
    ("adopted", r"(?:date (?:of )?)?(?:approv(?:ed|al)|adopt(?:ed|ion)|ratif(?:ied|ication))(?: (?:date|on))*"),
    ("adopted", r"(?:date )?(?:agreed|issued?)(?: on)?|(?:policy|document|effective|version) date|effective from"),
    ("adopted", r"date of (?:policy|issue)|(?:implementation|commencement|start) date|version (?:produced|dated)"),
    ("review", r"review(?: date)?"),
)
_READY = tuple((kind, phrase(rf"\b(?:{label})\b")) for kind, label in _LABELS)
_JOINING = r"on|by|in|before|due|the|date|end|of|during|at|least|no|later|than|is|was|for"
_GAP = re.compile(rf"[^\n.;]{{0,45}}|(?:[\s:|()-]|\b(?:{_JOINING})\b){{0,40}}", re.IGNORECASE)
_TIGHT_GAP = re.compile(r"[\s:|-]{0,12}")
_CELLS = re.compile(r"\t|\||[ ]{3,}")
_OPENS = re.compile(r"\t|\||[ ]{3,}|[.;,:)] |\(")
_SUBJECT = re.compile(r"\b(?:policy|document|procedure|statement|guidance)\b", re.IGNORECASE)
_REACH = 110


@dataclass(frozen=True, slots=True)
class Dated:
    """A date with the label that says what it is. The span runs from label to date."""

    kind: Kind
    printed: PrintedDate
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ReviewDates:
    """Due dates, and dates of adoption or review, as printed and in the order printed."""

    due: tuple[Dated, ...]
    done: tuple[Dated, ...]

    @property
    def next(self) -> Dated | None:
        """The latest date printed as the next review: the kinder reading where two are printed."""
        return max(self.due, key=lambda each: each.printed.last, default=None)

    def base(self, *, today: date | None) -> Dated | None:
        """The latest adoption or review that is not in the future: what an interval is counted from."""
        past = [each for each in self.done if today is None or each.printed.first <= today]
        return max(past, key=lambda each: each.printed.last, default=None)


def _opens_a_cell(page: Page, start: int) -> bool:
    before = page.plain[page.line_span(start)[0] : start]
    cell = _OPENS.split(before)[-1]
    return len(cell.split()) <= 1 or bool(_SUBJECT.search(page.plain[max(0, start - _REACH) : start]))


def _label_before(page: Page, printed: PrintedDate, *, since: int) -> tuple[Kind, int] | None:
    """The label nearest before a date; of two that end together, the longer."""
    floor = max(since, printed.start - _REACH)
    found = [
        (match.end(), -match.start(), kind)
        for kind, label in _READY
        for match in label.finditer(page.plain, floor, printed.start)
        if _opens_a_cell(page, match.start()) or (since and not page.plain[since : match.start()].strip(" \t|,;.-"))
    ]
    if not found:
        return None
    end, negative_start, kind = max(found)
    gap = _TIGHT_GAP if printed.precision == "year" else _GAP
    return (kind, -negative_start) if gap.fullmatch(page.plain, end, printed.start) else None


def _heading_above(page: Page, printed: PrintedDate) -> tuple[Kind, int] | None:
    """The label at the head of a table's column, where the row of dates is the line below."""
    start, _ = page.line_span(printed.start)
    above = page.plain[:start].rstrip(" \t\n|:-")  # a row of dashes stands under a heading in Markdown
    if not above:
        return None
    head_start, head_end = page.line_span(len(above) - 1)
    heads = _CELLS.split(page.plain[head_start:head_end])
    column = len(_CELLS.findall(page.plain, start, printed.start)) if len(heads) > 1 else -1
    if not 0 <= column < len(heads):
        return None
    return next(((kind, printed.start) for kind, label in _READY if label.fullmatch(heads[column].strip(" :"))), None)


def _labelled(page: Page) -> Iterator[Dated]:
    since = 0
    for printed in printed_dates(page.plain):
        label = _label_before(page, printed, since=since) or _heading_above(page, printed)
        since = printed.end
        if label is not None:
            yield Dated(label[0], printed, label[1], printed.end)


def find_review_dates(page: Page) -> ReviewDates:
    """Return the review and adoption dates of a text.

    A bare "Review date" is the next review, unless another is printed as the next or it is no later than adoption.
    """
    dated = tuple(_labelled(page))
    due = tuple(each for each in dated if each.kind == "next")
    done = tuple(each for each in dated if each.kind in ("last", "adopted"))
    adopted = max((each.printed.last for each in done), default=None)
    for each in dated:
        if each.kind == "review":
            is_past = any(other.kind == "next" for other in dated) or (adopted and each.printed.last <= adopted)
            due, done = (due, (*done, each)) if is_past else ((*due, each), done)
    return ReviewDates(due, done)


def unread_label(page: Page) -> tuple[int, int] | None:
    """Return the span of a label for the next review, where one is printed at all (used when no date could be read)."""
    for kind, label in _READY:
        for found in label.finditer(page.plain):
            if kind == "next" and _opens_a_cell(page, found.start()) and "be " not in found.group():
                return found.start(), page.line_span(found.start())[1]
    return None
