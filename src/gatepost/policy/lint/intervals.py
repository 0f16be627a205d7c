"""How often a policy says that it is reviewed: "reviewed annually", "every two years", "Review cycle: 3 years"."""

import re
from dataclasses import dataclass

from gatepost.policy.lint.page import Page
from gatepost.policy.lint.phrases import phrase

_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "nine": 9, "twelve": 12, "eighteen": 18}
_NUMBER = rf"\d{{1,2}}|{'|'.join(_NUMBERS)}"
# Months for each wording. "Biannual" means twice a year, but is printed for every two years: the longer is the kinder.
_WORDINGS: tuple[tuple[str, int], ...] = (
    (r"annual(?:ly)?|yearly|(?:every|each|once a|per) (?:academic |school )?year", 12),
    (r"(?:two|2)[-\s]year(?:ly|s)?|bi-?ennial(?:ly)?|bi-?annual(?:ly)?|every (?:other|second) year", 24),
    (r"(?:three|3)[-\s]year(?:ly|s)?|tri-?ennial(?:ly)?", 36),
    (r"(?:six|6)[-\s]month(?:ly|s)?|twice a year|half[-\s]yearly", 6),
    (r"termly|(?:every|each) term", 4),
)
_COUNTED = (
    rf"every (?P<count>{_NUMBER}) (?P<unit>month|year)s?"
    rf"|(?<=[:\t]) ?(?P<count2>{_NUMBER}) (?P<unit2>month|year)s?"
)
_NAMED = "|".join(f"(?P<w{at}>{words})" for at, (words, _) in enumerate(_WORDINGS))
_INTERVAL = rf"\b(?:(?P<counted>{_COUNTED})|{_NAMED})\b"
_THIS = r"(?:the|this|our|its)"
_NOUN = r"(?:policy|policies|document|procedure|guidance)"
# Only words that keep the policy as the subject may stand between it and its review: in "the policy says that filtering
# is reviewed annually" the interval is not the policy's.
_AUX = (
    r"(?:(?:will|shall|must|should|is|are|be|been|has|to|being|formally|fully|next|normally|regularly|also|then|and|or"
    r"|kept|under|monitored|evaluated|updated|checked|approved|amended|by|with|its|their|the|register|procedures"
    r"|appendices|at|least) )"
)
_SHAPES = tuple(
    phrase(shape)
    for shape in (
        rf"\b{_NOUN} {_AUX}{{0,8}}?review(?:ed|s)?\b[^.\n]{{0,30}}?\n?[^.\n]{{0,40}}?{_INTERVAL}",
        rf"\b{_NOUN} {_AUX}{{0,8}}?{_INTERVAL} (?:be )?review(?:ed|s)?\b",
        rf"\b{_NOUN} (?:is|will be) subject to (?:an? )?{_INTERVAL} review",
        rf"\breview(?:s|ed|ing)? (?:and \w+ )?{_THIS} (?:[\w-]+ ){{0,3}}?{_NOUN}\b[^.\n]{{0,50}}?{_INTERVAL}",
        rf"{_INTERVAL} review of (?:the|this|our) (?:[\w-]+ ){{0,3}}?{_NOUN}",
        rf"\b(?:re(?:view|newal) (?:cycle|frequency|period|interval)|frequency of review)[\s:|-]{{1,6}}?{_INTERVAL}",
        rf"^[ \t]*(?:to be )?review(?:ed|s)?[ \t:|-]{{1,4}}{_INTERVAL}[ \t.]*$",
        rf"\b{_NOUN}\b[^.]{{0,160}}\. It {_AUX}{{0,4}}reviewed (?:at least )?{_INTERVAL}",
        rf"\bthis {_NOUN}\b[^.\n]{{0,60}}\breviewed\b[^.\n]{{0,30}}?{_INTERVAL}",
    )
)


@dataclass(frozen=True, slots=True)
class StatedInterval:
    """A stated interval of so many months at `plain[start:end]`."""

    months: int
    start: int
    end: int


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word.lower()]


def _months(found: re.Match[str]) -> int:
    if found["counted"]:
        count, unit = found["count"] or found["count2"], found["unit"] or found["unit2"]
        return _number(count) * (12 if unit.lower() == "year" else 1)
    return next(months for at, (_, months) in enumerate(_WORDINGS) if found[f"w{at}"])


def stated_intervals(page: Page) -> tuple[StatedInterval, ...]:
    """Return every interval at which the policy itself is to be reviewed, in order."""
    found: dict[int, StatedInterval] = {}
    for shape in _SHAPES:
        for match in shape.finditer(page.plain):
            months = _months(match)
            if months:
                found.setdefault(page.line_at(match.start()), StatedInterval(months, *match.span()))
    return tuple(found[line] for line in sorted(found))
