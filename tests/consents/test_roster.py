"""The roll as the detectors read it: under numbers of ours, with the staff, and as it is now."""

from datetime import timedelta

import pytest

from gatepost.consents.actions import pupils
from gatepost.consents.imports.choices import Choices
from gatepost.consents.models import Pupil
from gatepost.consents.roster import id_of, key_of, roster
from gatepost.publishing.actions import imports
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


def read_in(school, rows):
    text = f"admission_no,legal_first,legal_last,year,class_name\n{rows}"
    imports.import_now(text.encode(), kind="roll", school=school, file_name="roll.csv", choices=Choices(),
                       everything=True, **by_system)  # fmt: skip


CHANGES = {
    "leaves": lambda one: pupils.leave(one, on=AT.date() - timedelta(days=1), **by_system),
    "is written otherwise in a list": lambda one: read_in(one.school, "100,Olivier,Hartley,4,4JM\n"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_seen_at_once_also_where_the_clock_says_that_no_time_has_passed(change):
    oliver = cast().oliver
    Pupil.objects.of(oliver.school).filter(pk=oliver.pk).update(admission_no="100")
    before = named(oliver.school, "Well done Oliver!")
    CHANGES[change](oliver)
    assert (len(before), named(oliver.school, "Well done Oliver!")) == (1, [])


def test_somebody_of_the_staff_is_not_taken_for_a_pupil():
    school = cast().school
    add_person(school, "Quentin Bell", "staff")
    assert named(school, "Thanks to Quentin Bell.") == []
