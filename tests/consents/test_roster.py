"""The roll as the detectors read it: under numbers of ours, with the staff, and as it is now."""

import pytest

from gatepost.consents.actions import pupils
from gatepost.consents.roster import id_of, key_of, roster
from tests.cast import AT, add_person, by_system, cast

pytestmark = pytest.mark.django_db


def named(school, text):
    """Whom a text names at a school."""
    return [who for finding in roster(school, on=AT.date()).find(text) for who in finding.who]


def test_a_pupil_is_found_under_our_number():
    found = cast()
    assert named(found.school, "Well done Oliver!") == [key_of(found.oliver.pk)]


@pytest.mark.parametrize(("key", "pupil"), [("p17", 17), ("s17", None), ("p", None), ("A100", None), ("px", None)])
def test_a_number_of_ours_is_told_from_others(key, pupil):
    assert id_of(key) == pupil


def test_dev_finds_nobody_of_amaras_school():
    assert named(cast().other, "Well done Oliver Hartley!") == []


def test_a_pupil_who_joins_is_found_at_once():
    school = cast().school
    roster(school, on=AT.date())
    pupils.add([{"legal_first": "Quentin", "legal_last": "Bell"}], school=school, **by_system)
    assert len(named(school, "Well done Quentin Bell!")) == 1


def test_somebody_of_the_staff_is_not_taken_for_a_pupil():
    school = cast().school
    add_person(school, "Quentin Bell", "staff")
    assert named(school, "Thanks to Quentin Bell.") == []
