"""What a list would change."""

from datetime import date, datetime

import pytest

from gatepost.consents.imports.difference import Held, difference
from gatepost.consents.imports.placing import Placed, Slot
from gatepost.consents.imports.pupils import Who
from gatepost.consents.imports.said import Said
from gatepost.consents.imports.types import Cover

SLOT = Slot(1, Cover("photo", "social"), "parent", "")
DAY = datetime(2026, 9, 3)  # noqa: DTZ001 - what a list says has no zone


def made(state, held=None, *, at=DAY, expires_on=None, in_writing=False, full=False, on_roll=frozenset({1})):
    said = Said(2, Who(), "Photos", state, (SLOT.cover,), at, expires_on=expires_on)
    found = Placed({SLOT: said}, {2: 1}, ())
    return difference(found, {SLOT: held} if held else {}, on_roll=on_roll, full=full, in_writing=in_writing)


SORTS = [
    ("granted", None, ["granted"]),
    ("granted", "refused", ["granted"]),
    ("granted", "granted", []),
    ("granted", "unknown", ["granted"]),
    ("refused", None, ["refused"]),
    ("refused", "granted", ["refused"]),
    ("refused", "refused", []),
    ("withdrawn", "granted", ["refused"]),
    ("withdrawn", "refused", ["refused"]),
    ("unknown", None, []),
    ("unknown", "granted", ["changed"]),
    ("unknown", "refused", []),
]


@pytest.mark.parametrize(("state", "before", "sorts"), SORTS)
def test_a_change_is_of_the_sort_that_a_person_would_call_it(state, before, sorts):
    found = made(state, Held(before, DAY) if before else None)
    assert ([one.sort for one in found.changes], found.unchanged) == (sorts, 1 - len(sorts))


def test_a_later_no_on_record_is_not_taken_back_by_an_older_yes():
    assert made("granted", Held("refused", datetime(2026, 9, 9))).changes == ()  # noqa: DTZ001


def test_a_yes_that_ends_on_another_day_is_a_change():
    found = made("granted", Held("granted", DAY), expires_on=date(2027, 7, 31))
    assert [one.sort for one in found.changes] == ["changed"]


def test_whoever_a_full_list_leaves_out_is_missing():
    assert made("granted", full=True, on_roll=frozenset({1, 2, 3})).missing == (2, 3)


def test_from_a_list_of_some_pupils_nobody_is_missing():
    assert made("granted", full=False, on_roll=frozenset({1, 2, 3})).missing == ()
