"""The roll is listed by class and searched by the beginnings of names."""

from datetime import timedelta

import pytest

from gatepost.consents.actions import pupils
from gatepost.consents.queries import classes, on_roll, search
from tests.cast import AT, by_system, cast

pytestmark = pytest.mark.django_db
TODAY = AT.date()


@pytest.fixture
def school():
    """A school with Oliver and Zofia in 4JM, a pupil of year 2, one who left and one without a class."""
    found = cast().school
    rows = [
        {"legal_first": "Ada", "legal_last": "Bell", "preferred_first": "Addie", "year": 2, "class_name": "2KM"},
        {"legal_first": "Cai", "legal_last": "Dunn", "class_name": "4JM", "left_on": TODAY - timedelta(days=1)},
        {"legal_first": "Eve", "legal_last": "O’Neill"},
    ]
    pupils.add(rows, school=found, **by_system)
    return found


def names(rows):
    """First names."""
    return [pupil.legal_first for pupil in rows]


def test_whoever_left_is_on_the_roll_no_more(school):
    assert sorted(names(on_roll(school, on=TODAY))) == ["Ada", "Eve", "Oliver", "Zofia"]


def test_whoever_leaves_later_is_on_the_roll(school):
    assert "Cai" in names(on_roll(school, on=TODAY - timedelta(days=1)))


def test_classes_come_by_year(school):
    assert classes(school, on=TODAY) == ["2KM", "4JM"]


FOUND = {
    "oli": ["Oliver"], "HART": ["Oliver"], "hart oli": ["Oliver"], "addie": ["Ada"], "ada": ["Ada"], "liver": [],
    "oli nowak": [], "": ["Ada", "Oliver", "Zofia", "Eve"], "o’n": ["Eve"], "cai": [], "%": [], "o": ["Oliver", "Eve"],
}  # fmt: skip


@pytest.mark.parametrize(("words", "found"), FOUND.items(), ids=repr)
def test_pupils_are_found_by_how_their_names_begin(school, words, found):
    assert names(search(school, words, on=TODAY)) == found
