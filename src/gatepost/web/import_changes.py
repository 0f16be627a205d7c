"""What a list would change, pupil by pupil: as the page shows the first of it, and as a file has all of it.

Whoever may not see what families answered is shown what the list says, and nothing of what is on record: neither what
stood there before, nor which rows it makes a difference to. Of a list of one row that would be an answer.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from gatepost.consents.comparing import Compared, RollCompared
from gatepost.consents.elements import ELEMENTS, TIERS
from gatepost.consents.imports.choices import Choices
from gatepost.consents.imports.columns import FIELDS
from gatepost.consents.imports.difference import Change
from gatepost.consents.imports.pupils import OnRoll, folded_name
from gatepost.consents.imports.said import Said
from gatepost.consents.imports.types import Cover

SHOWN: Final = 20
"""Pupils of a sort that the page shows; the file has all."""
TITLES: Final = {
    "granted": "Newly a yes",
    "refused": "Newly a no",
    "changed": "Changed otherwise",
    "stands": "The no on record stands",
    "unchanged": "On record already",
    "added": "New on the roll",
    "details": "Details that change",
    "missing": "Not in the list any more, off the roll",
    "responsibility": "Has no parental responsibility any more",
    "stopped": "Signed-off posts stopped",
    "asked": "Live posts that must come down",
}
"""What is counted → what a page calls it, before and after."""
_SAYS: Final = {
    "granted": "The list says yes",
    "refused": "The list says no",
    "withdrawn": "The list says no longer",
    "unknown": "The list has no answer",
}
SAID: Final = {
    "granted": "yes",
    "refused": "no",
    "withdrawn": "no longer",
    "objected": "no",
    "unknown": "not answered",
    "": "nothing yet",
}
COLUMNS: Final = ("what happens", "row", "pupil", "class", "of what", "before", "after", "day", "by")


@dataclass(frozen=True, slots=True)
class Line:
    """One change: of what, what was on record and what would be, and where in the list it stands."""

    what: str
    row: int | str = ""
    before: str = ""
    after: str = ""
    at: Any = None
    by: str = ""


@dataclass(slots=True)
class OfPupil:
    """What changes of one pupil. `in_file` is what the list calls them, where that is another name."""

    name: str
    class_name: str = ""
    in_file: str = ""
    lines: list[Line] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Sort:
    """Changes of one sort, pupil by pupil."""

    title: str
    pupils: list[OfPupil]

    @property
    def count(self) -> int:
        """How many changes there are."""
        return sum(len(one.lines) for one in self.pupils)

    @property
    def first(self) -> list[OfPupil]:
        """Those whom the page shows."""
        return self.pupils[:SHOWN]

    @property
    def more(self) -> int:
        """Of how many pupils the page shows nothing."""
        return max(0, len(self.pupils) - SHOWN)

    def rows(self) -> Iterator[tuple[object, ...]]:
        """Yield the changes as rows of a table with COLUMNS."""
        for one in self.pupils:
            for line in one.lines:
                day = f"{line.at:%d/%m/%Y}" if line.at else ""
                yield (self.title, line.row, one.name, one.class_name, line.what, line.before, line.after, day, line.by)


def sorts_of(found: Compared | RollCompared, choices: Choices, *, answers: bool) -> list[Sort]:
    """Return what a list would change; without `answers` what it says, and nothing of what is on record."""
    if isinstance(found, RollCompared):
        made = list(_of_roll(found))
    else:
        made = [*(_compared(found, choices) if answers else _said(found)), *_of_people(found)]
    return [one for one in made if one.pupils]


def cover_words(cover: Cover) -> str:
    """Return what is agreed to and where, as people say it."""
    where = cover.platform.capitalize() if cover.platform else TIERS[cover.tier]
    return f"{ELEMENTS[cover.element]}: {where}"


def _compared(found: Compared, choices: Choices) -> Iterator[Sort]:
    for sort in ("granted", "refused", "changed"):
        changes = found.difference.of(sort)
        told = [(one.slot.key, one.said, _line(one, in_writing=choices.in_writing)) for one in changes]
        yield Sort(TITLES[sort], _grouped(found, told))


def _said(found: Compared) -> Iterator[Sort]:
    for state, title in _SAYS.items():
        told = [
            (slot.key, said, _read(said, slot.cover)) for slot, said in found.found.answers.items()
            if said.state == state
        ]  # fmt: skip
        yield Sort(title, _grouped(found, sorted(told, key=lambda one: one[1].row)))


def _of_people(found: Compared) -> Iterator[Sort]:
    lost = [_of(found.pupils[one.pupil], Line(one.name)) for one in found.responsibility.lost]
    yield Sort(TITLES["responsibility"], lost)
    yield _missing(found.difference.missing, found)


def _of_roll(found: RollCompared) -> Iterator[Sort]:
    made = found.difference
    added = [OfPupil(one.who.called, _place(one.fields), lines=[Line("joins", one.row)]) for one in made.added]
    yield Sort(TITLES["added"], added)
    changed = [
        _of(found.pupils[key], *(Line(_field(name), after=_shown(name, value)) for name, value in fields.items()))
        for key, fields in made.changed.items()
    ]  # fmt: skip
    yield Sort(TITLES["details"], changed)
    yield _missing(made.missing, found)


def _missing(keys: Iterable[int], found: Compared | RollCompared) -> Sort:
    gone = [_of(found.pupils[key], Line("off the roll from today")) for key in keys]
    return Sort(TITLES["missing"], gone)


def _grouped(found: Compared, told: Iterable[tuple[int, Said, Line]]) -> list[OfPupil]:
    pupils: dict[int, OfPupil] = {}
    for key, said, line in told:
        if key not in pupils:
            pupils[key] = _of(found.pupils[key], in_file=said.who.called)
        pupils[key].lines.append(line)
    return list(pupils.values())


def _line(one: Change, *, in_writing: bool) -> Line:
    before = one.before
    if before is None or before.state != one.said.state:
        return _read(one.said, one.slot.cover, before=SAID[before.state if before else ""])
    # A yes stays a yes: what is another is its day, how long it holds, or that it is in writing.
    day, held_until = f" of {before.at:%-d %B %Y}", f" until {before.expires_on:%-d %B %Y}" if before.expires_on else ""
    now = ", in writing" if in_writing and not before.in_writing else ""
    return _read(one.said, one.slot.cover, before=f"{SAID[before.state]}{day}{held_until}", now=now)


def _read(said: Said, cover: Cover, *, before: str = "", now: str = "") -> Line:
    by = said.given_by or said.relationship
    until = f" until {said.expires_on:%-d %B %Y}" if said.expires_on else ""
    return Line(cover_words(cover).capitalize(), said.row, before, f"{SAID[said.state]}{until}{now}", said.at, by)


def _of(pupil: OnRoll, *lines: Line, in_file: str = "") -> OfPupil:
    same = folded_name(in_file) in {folded_name(name) for name in ("", pupil.called, *pupil.names)}
    return OfPupil(pupil.called, pupil.class_name, "" if same else in_file, list(lines))


def _place(fields: Any) -> str:
    year = fields.get("year")
    said = "Reception" if year == 0 else f"Year {year}" if year else ""
    return ", ".join(part for part in (said, str(fields.get("class_name") or "")) if part)


def _field(name: str) -> str:
    words = FIELDS.get(name, {"left_on": "last day on the roll", "nicknames": "nicknames"}.get(name, name))
    return words[0].upper() + words[1:]


def _shown(name: str, value: Any) -> str:
    if value in (None, ""):
        return "back on the roll" if name == "left_on" else "empty"
    if name in ("dob", "left_on"):
        return f"{value:%-d %B %Y}"
    return "Reception" if (name, value) == ("year", 0) else str(value)
