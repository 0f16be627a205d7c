from datetime import timedelta

import pytest

from gatepost.schools.actions import people as staff
from gatepost.schools.granting import granted, seat_then
from gatepost.schools.models import HeldRole
from gatepost.schools.queries import seat
from tests.cast import AT, by_system, cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    """The cast."""
    return cast()


def test_each_role_says_who_gave_it_or_nobody_where_it_came_with_the_setting_up(people):
    staff.give_role(people.ben.person, "dpo", school=people.school, by=people.head.actor, at=AT)
    given = {one.role: one.by for one in granted([people.ben.person], people.school)}
    assert given == {"approver": None, "line_manager": None, "dpo": people.head.person.pk}


def test_a_role_given_twice_has_each_time_its_own_giver(people):
    staff.end_role(HeldRole.objects.get(person=people.ben.person, role="approver"), **by_system)
    again = AT + timedelta(days=1)
    staff.give_role(people.ben.person, "approver", school=people.school, by=people.head.actor, at=again)
    found = [one for one in granted([people.ben.person], people.school) if one.role == "approver"]
    assert [(one.by, one.held(AT - timedelta(1)), one.held(again)) for one in found] == [
        (None, False, False),
        (people.head.person.pk, False, True),
    ]


def test_a_role_for_the_whole_trust_is_held_here_too(people):
    staff.give_role(people.ben.person, "central_team", school=None, by=people.head.actor, at=AT)
    found = {one.role: one.by for one in granted([people.ben.person], people.school)}
    assert found["central_team"] == people.head.person.pk


def test_nothing_is_told_of_anybody_at_another_school_or_of_nobody(people):
    assert granted([people.dev.person], people.school) == granted([], people.school) == ()


def test_a_seat_of_then_is_the_seat_that_was_asked_for_then(people):
    staff.end_role(HeldRole.objects.get(person=people.ben.person, role="approver"), by=by_system["by"], at=AT)
    for at in (AT - timedelta(1), AT, AT + timedelta(1)):
        rows = granted([people.ben.person, people.dev.person], people.school)
        for person in (people.ben.person, people.dev.person):
            assert seat_then(person, people.school, rows, at=at) == seat(person, people.school, at=at)
