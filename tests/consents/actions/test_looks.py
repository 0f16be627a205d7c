"""A look at a pupil's record is on the record."""

import pytest

from gatepost.audit.models import Event
from gatepost.consents.actions import looks
from gatepost.schools.errors import NotAllowed
from gatepost.schools.queries import seat
from tests.cast import AT, add_person, cast
from tests.record import words_of

pytestmark = pytest.mark.django_db


def test_a_look_is_one_event_that_names_whoever_looked_and_no_pupil():
    people = cast()
    looks.look(people.oliver, seat=people.amara, at=AT)
    event = Event.objects.order_by("-number").first()
    assert words_of(event) == f"Amara Begum looked at the record of pupil {people.oliver.pk}."


def test_a_look_through_a_list_says_of_how_many():
    looks.look_over(pupils=2, seat=cast().amara, at=AT)
    event = Event.objects.order_by("-number").first()
    assert words_of(event) == "Amara Begum looked through what can be shown of pupils: 2."


def test_whoever_may_not_see_pupils_does_not_look():
    people = cast()
    governor = seat(add_person(people.school, "Gwen Price", "governor"), people.school, at=AT)
    with pytest.raises(NotAllowed):
        looks.look(people.oliver, seat=governor, at=AT)
    with pytest.raises(NotAllowed):
        looks.look_over(pupils=2, seat=governor, at=AT)
