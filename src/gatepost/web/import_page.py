"""The page of one list: what is to be chosen, what it would change, and which rows need a person."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from gatepost.consents.comparing import Compared, RollCompared
from gatepost.consents.elements import ELEMENTS, TIERS
from gatepost.consents.imports.choices import Choices
from gatepost.consents.imports.columns import FIELDS
from gatepost.consents.imports.difference import Change
from gatepost.consents.imports.pupils import OnRoll
from gatepost.consents.imports.said import Choice, Remark
from gatepost.consents.imports.types import Cover, meaning
from gatepost.consents.imports.words import STATES

SHOWN: Final = 100
"""Rows of a sort that the page shows; the rest are counted."""
_TITLES: Final = {"granted": "Newly a yes", "refused": "Newly a no", "changed": "Changed otherwise"}
_SAID: Final = {
    "granted": "yes",
    "refused": "no",
    "withdrawn": "no longer",
    "objected": "no",
    "unknown": "not answered",
    "": "nothing yet",
}


@dataclass(frozen=True, slots=True)
class Sort:
    """Changes of one sort: how many there are, and the first of them as rows of a table."""

    title: str
    count: int
    rows: list[dict[str, Any]]

    @property
    def more(self) -> int:
        """How many are not shown."""
        return self.count - len(self.rows)


def shown(found: Compared | RollCompared, choices: Choices) -> dict[str, Any]:
    """Return what the page of a list shows."""
    if isinstance(found, RollCompared):
        return {"sorts": list(_roll_sorts(found)), "remarks": _remarks(found), "roll": True, "rows": found.read.rows,
                "held_back": False, "nothing": not any(_written(found.difference.counts()))}  # fmt: skip
    return {
        "sorts": list(_sorts(found)), "remarks": _remarks(found), "rows": found.read.rows,
        "unchanged": found.difference.unchanged, "held_back": found.held_back, "asked": list(_asked(found.choices)),
        "columns": _columns(found), "choices": choices, "fields": FIELDS, "states": STATES,
        "noes": sum(one.said.state != "granted" for one in found.difference.changes) + len(found.difference.missing),
        "nothing": not any(_written(found.difference.counts())),
    }  # fmt: skip


def cover_words(cover: Cover) -> str:
    """Return what is agreed to and where, as people say it."""
    where = cover.platform.capitalize() if cover.platform else TIERS[cover.tier]
    return f"{ELEMENTS[cover.element]}: {where}"


def _written(counts: Mapping[str, int]) -> Iterator[int]:
    return (number for sort, number in counts.items() if sort != "unchanged")


def _sorts(found: Compared) -> Iterator[Sort]:
    for sort, title in _TITLES.items():
        changes = found.difference.of(sort)
        if changes:
            yield Sort(title, len(changes), [_change(one, found) for one in changes[:SHOWN]])
    if found.difference.missing:
        yield _missing(found.difference.missing, found.pupils)


def _change(one: Change, found: Compared) -> dict[str, Any]:
    pupil, who = found.pupils[one.slot.key], found.read.whos[one.said.row]
    name = _name(pupil)
    return {
        "row": one.said.row, "name": name, "in_file": who.called if who.called not in ("", name) else "",
        "what": cover_words(one.slot.cover), "before": _SAID[one.before.state if one.before else ""],
        "after": _SAID[one.said.state], "at": one.said.at, "by": one.said.given_by or one.said.relationship,
    }  # fmt: skip


def _missing(keys: Iterable[int], pupils: Mapping[int, OnRoll]) -> Sort:
    names = [{"row": "", "name": _name(pupils[key]), "what": "off the roll from today"} for key in keys]
    return Sort("Not in the list any more", len(names), names[:SHOWN])


def _roll_sorts(found: RollCompared) -> Iterator[Sort]:
    made = found.difference
    if made.added:
        rows = [{"row": one.row, "name": one.who.called, "what": _class(one.fields)} for one in made.added[:SHOWN]]
        yield Sort("New on the roll", len(made.added), rows)
    if made.changed:
        pupils = [(found.pupils[key], fields) for key, fields in list(made.changed.items())[:SHOWN]]
        rows = [{"row": "", "name": _name(one), "what": ", ".join(map(_field, fields))} for one, fields in pupils]
        yield Sort("Details that change", len(made.changed), rows)
    if made.missing:
        yield _missing(made.missing, found.pupils)


def _class(fields: Mapping[str, Any]) -> str:
    year = fields.get("year")
    said = "Reception" if year == 0 else f"Year {year}" if year else ""
    return ", ".join(part for part in (said, str(fields.get("class_name") or "")) if part)


def _field(name: str) -> str:
    return FIELDS.get(name, {"left_on": "last day on the roll", "nicknames": "nicknames"}.get(name, name))


def _name(pupil: OnRoll) -> str:
    legal = f"{pupil.legal_first} {pupil.legal_last}"
    goes_by = f"{pupil.preferred_first or pupil.legal_first} {pupil.preferred_last or pupil.legal_last}"
    return legal if goes_by == legal else f"{legal} (goes by {goes_by})"


def _remarks(found: Compared | RollCompared) -> list[dict[str, Any]]:
    """Return the rows with something wrong or unclear, those first that a person can settle here."""
    review = [_remark(one, found) for one in found.review]
    errors = [{"row": one.row, "why": one.why, "name": "", "like": []} for one in found.errors]
    return sorted(review, key=lambda one: not one["like"]) + errors


def _remark(one: Remark, found: Compared | RollCompared) -> dict[str, Any]:
    who = found.read.whos[one.row] if isinstance(found, Compared) else None
    like = [(f"pupil:{key}", _born(found.pupils[key])) for key in one.like if not found.pupils[key].left]
    return {"row": one.row, "why": one.why, "name": who.called if who else "", "like": like}


def _born(pupil: OnRoll) -> str:
    return f"{_name(pupil)}, born {pupil.dob:%-d %B %Y}" if pupil.dob else _name(pupil)


def _asked(choices: Iterable[Choice]) -> Iterator[dict[str, Any]]:
    """Yield what is to be chosen, the types with a number of their own in the form."""
    number = 0
    for one in choices:
        told: dict[str, Any] = {"kind": one.kind, "about": one.about, "ask": one.ask, "rows": one.rows,
                                "options": one.options}  # fmt: skip
        if one.kind == "type":
            told_by = meaning(one.about)
            places = {f"{tier}:{platform}" if platform else tier for tier, platform in told_by.tiers}
            places = set() if told_by.negated else places
            told |= {
                "number": number, "of": _ticks(ELEMENTS, set() if told_by.negated else set(told_by.elements)),
                "places": _ticks(TIERS, places)
                + [(place, place.partition(":")[2].capitalize(), True) for place in sorted(places - TIERS.keys())],
            }  # fmt: skip
            number += 1
        yield told


def _ticks(known: Mapping[str, str], ticked: set[str]) -> list[tuple[str, str, bool]]:
    return [(slug, words, slug in ticked) for slug, words in known.items()]


def _columns(found: Compared) -> list[tuple[str, str]]:
    return [(name, found.read.fields.get(name, "")) for name in found.read.columns]
