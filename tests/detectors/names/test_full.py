"""Whole names, in every dress."""

import pytest

from gatepost.detectors import detect_text
from tests.detectors.names.roll import ROLL, named

FOUND = {
    "Oliver Hartley takes the record!": "Oliver Hartley",
    "well done oliver hartley": "oliver hartley",
    "WELL DONE OLIVER HARTLEY": "OLIVER HARTLEY",
    "Ollie Hartley won": "Ollie Hartley",
    "Hartley, Oliver (8B)": "Hartley, Oliver",
    "O. Hartley 3rd": "O. Hartley",
    "Hartley, O. bt a rival": "Hartley, O",
    "Oliver J. Hartley": "Oliver J. Hartley",
    "#WellDoneOliverHartley": "OliverHartley",
    "#welldoneoliverhartley": "oliverhartley",
    "Amelia O’Brien's poem": "Amelia O’Brien",
    "AMELIA O'BRIEN": "AMELIA O'BRIEN",
    "Zoe Smith won": "Zoe Smith",
    "ZOË JONES": "ZOË JONES",
    "Zoe\u0308 Smith-Jones": "Zoe\u0308 Smith-Jones",
    "Harriet Hughes' goal": "Harriet Hughes",
    "Grace Young and friends": "Grace Young",
    "Mateo van der Berg": "Mateo van der Berg",
    "Well done Oliver H. today": "Oliver H",
    "Hughes H (GS) and the reserves": "Hughes H",
    "Hattie Hughes has moved up a set": "Hattie Hughes",
    "oliver hartleys stall was packed": "oliver hartleys",
    "our youngest leaver grace young rang the bell": "grace young",
}
NEAR_MISSES = [
    "Oliver Cromwell ruled",
    "Oliver Khan is not on the roll",
    "Will young people come?",
    "the grace young children show",
    "Mr Oliver Hartley",
    "Oliver. Hartley House won",
    "May Park reopen? No: may park reopen",
    "Jack Frost came",
    "we hope the grace young people ran",
    "Hattie is not a name on the roll",
    "Group Park H (lower hall)",
]


@pytest.mark.parametrize(("text", "words"), FOUND.items())
def test_a_whole_name_is_found_where_it_stands(text, words):
    assert named(text) == [("full", words)]


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_no_whole_name_is_made_of_two_strangers(text):
    assert not [words for kind, words in named(text) if kind == "full" and words != "May Park"]


def test_who_is_the_upn_of_the_pupil():
    (found,) = detect_text("Ollie Hartley won", roster=ROLL, types=["pupil_full"])
    assert found.who == ("U0",)


def test_a_member_of_staff_on_the_roll_is_another_person():
    found = detect_text("Daniel Patel leads the trip", roster=ROLL)
    assert {f.type for f in found} == {"other_person"}
