"""The page of one list: what is to be chosen, what it would change, and which rows need a person."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from gatepost.consents.comparing import Compared, RollCompared
from gatepost.consents.elements import ELEMENTS, TIERS
from gatepost.consents.imports.choices import NEW, Choices
from gatepost.consents.imports.columns import FIELDS
from gatepost.consents.imports.pupils import Roll
from gatepost.consents.imports.said import Choice, Remark
from gatepost.consents.imports.types import meaning
from gatepost.consents.imports.words import GRANTED, STATES
from gatepost.web.import_changes import TITLES, sorts_of

SHOWN: Final = 50
"""Rows to look at that the page shows; the file has all."""
_OF_RECORD: Final = ("granted", "refused", "changed", "stands", "unchanged")
"""What is counted by comparing with what was answered."""


def shown(found: Compared | RollCompared, choices: Choices, *, answers: bool) -> dict[str, Any]:
    """Return what the page of a list shows. `answers` is whether whoever looks may see what was answered."""
    sorts, remarks = sorts_of(found, choices, answers=answers), _remarks(found, answers=answers)
    told = {
        "sorts": sorts, "remarks": remarks[:SHOWN], "looks": len(remarks), "rows": found.read.rows,
        "asked": list(_asked(found.choices)), "nothing": not sorts, "answers": answers, "choices": choices,
        "more": any(one.more for one in sorts), "fill_in": any(one["like"] or one["open"] for one in remarks[:SHOWN]),
    }  # fmt: skip
    if any(one["open"] for one in remarks[:SHOWN]):
        told["everybody"] = sorted(one.told_apart for one in found.pupils.values() if not one.left)
    if isinstance(found, RollCompared):
        return told | {"roll": True, "held_back": False, "unchanged": found.difference.unchanged}
    more = {"unchanged": found.difference.unchanged, "stands": len(found.difference.stands)} if answers else {}
    return told | more | {
        "held_back": found.held_back, "columns": _columns(found), "fields": FIELDS, "states": STATES,
        "noes": _has_a_no(found, answers=answers),
    }  # fmt: skip


def counted(counts: Mapping[str, int], *, kind: str, answers: bool) -> list[tuple[str, int]]:
    """Return what came of a list, as the page calls it; without `answers` nothing that tells what was on record."""
    if kind == "roll":
        counts = {{"changed": "details"}.get(sort, sort): number for sort, number in counts.items()}
        return [(TITLES[sort], number) for sort, number in counts.items() if number]
    return [(TITLES[sort], number) for sort, number in counts.items() if number and (answers or sort not in _OF_RECORD)]


def _has_a_no(found: Compared, *, answers: bool) -> bool:
    """Return whether the list has something that counts before its yeses do."""
    states = (
        [one.said.state for one in found.difference.changes] if answers
        else [one.state for one in found.found.answers.values()]
    )  # fmt: skip
    return any(state != GRANTED for state in states) or bool(found.difference.missing or found.responsibility.lost)


def _remarks(found: Compared | RollCompared, *, answers: bool) -> list[dict[str, Any]]:
    """Return the rows with something wrong or unclear, those first that a person can settle here."""
    roll = Roll(found.pupils.values()) if found.review else None
    review = [_remark(one, found, roll) for one in found.review if roll]
    stands: list[Remark] = []
    if isinstance(found, Compared):
        stands = [*found.responsibility.stands, *(found.stands if answers else ())]
    others = [{"row": one.row, "why": one.why, "name": "", "like": [], "open": False} for one in found.errors]
    others += [{"row": one.row, "why": one.why, "name": _called(found, one.row), "like": [], "open": False}
               for one in stands]  # fmt: skip
    return sorted(review, key=lambda one: (not one["like"], not one["open"])) + others


def _remark(one: Remark, found: Compared | RollCompared, roll: Roll) -> dict[str, Any]:
    like = [(f"pupil:{key}", f"It is {found.pupils[key].told_apart}") for key in one.like
            if isinstance(found, RollCompared) or not found.pupils[key].left]  # fmt: skip
    who = found.read.whos.get(one.row)
    if like and isinstance(found, RollCompared) and who and not roll.holders(who):
        like.append((NEW, "It is a new pupil"))
    settled = isinstance(found, Compared) and one.row in found.found.keys
    return {"row": one.row, "why": one.why, "name": _called(found, one.row), "like": [] if settled else like,
            "open": not like and not settled}  # fmt: skip


def _called(found: Compared | RollCompared, row: int) -> str:
    who = found.read.whos.get(row)
    return who.called if who else ""


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


def _columns(found: Compared) -> list[tuple[str, str, str]]:
    """Return each column with the field that it holds, as slug and in words."""
    fields = {name: found.read.fields.get(name, "") for name in found.read.columns}
    return [(name, held, FIELDS.get(held, "")) for name, held in fields.items()]
