"""Pupils are put on the roll, and the record names none of them."""

import pytest

from gatepost.audit.models import Event
from gatepost.consents.actions import pupils
from gatepost.consents.models import Pupil
from tests.cast import by_system, cast
from tests.record import words_of

pytestmark = pytest.mark.django_db
ROWS = [{"legal_first": "Ada", "legal_last": "Bell"}, {"legal_first": "Cai", "legal_last": "Dunn"}]


def test_pupils_are_on_the_roll_of_their_school():
    found = cast()
    added = pupils.add(ROWS, school=found.other, **by_system)
    assert set(Pupil.objects.of(found.other)) == set(added)


def test_each_pupil_is_one_event_that_names_nobody():
    added = pupils.add(ROWS, school=cast().other, **by_system)
    said = Event.objects.filter(kind="pupil.added", trust__startswith="elsewhere")
    assert {words_of(event) for event in said} == {f"Gatepost put pupil {one.pk} on the roll." for one in added}


def test_a_pupil_is_never_named_in_a_log():
    assert str(Pupil(pk=3, legal_first="Ada", legal_last="Bell")) == "pupil 3"
