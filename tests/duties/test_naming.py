"""Whether what an account is called bears the name of somebody."""

import pytest

from gatepost.detectors import Person
from gatepost.duties.naming import bearing, bears_name

PUPIL = Person(admission_no="p1", legal_first="Oliver", legal_last="Hartley", preferred_first="Olly")
SHORT = Person(admission_no="p2", legal_first="Li", legal_last="Wu")
TEACHER = Person(admission_no="s3", legal_first="Priya", legal_last="Patel", kind="staff")
PEOPLE = (PUPIL, SHORT, TEACHER)


@pytest.mark.parametrize(
    "text",
    ["Oliver Hartley", "@oliver_hartley_4JM", "OLIVERHARTLEYFANS", "Olly Hartley’s page", "x.com/oliver-hartley",
     "Li Wu at Brookfield", "Mrs Patel’s class", "@mrspatel", "priyapatel"],
)  # fmt: skip
def test_a_name_is_found_however_a_handle_runs_it_together(text):
    assert bears_name(text, PEOPLE)


@pytest.mark.parametrize(
    "text",
    [
        "Brookfield Primary",
        "Hartley Road Runners",
        "Oliver! the musical",
        "Patel Hall",
        "Baliwulf",
        "Liwuan dance",
        "",
        "@",
    ],
)
def test_half_a_name_and_chance_letters_are_not_one(text):
    assert not bears_name(text, PEOPLE)


def test_of_several_texts_those_that_bear_a_name_are_told():
    assert bearing(["Brookfield", "Oliver Hartley", "Trips"], PEOPLE) == ["Oliver Hartley"]
    assert bearing([], PEOPLE) == []
