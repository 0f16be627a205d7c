"""Who holds what where, at a moment."""

from datetime import timedelta

import pytest

from gatepost.schools.actions import people as staff
from gatepost.schools.models import HeldRole
from gatepost.schools.queries import seat, seat_at, seats_of
from tests.cast import AT, Cast, add_person, add_school, by_system, cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> Cast:
    return cast()


@pytest.mark.parametrize("who", ["amara", "ben", "carys", "head"])
def test_somebody_at_their_school_sits_there_with_all_their_roles(people, who):
    here = getattr(people, who)
    assert seat_at(here.person, "brookfield", at=AT) == seat(here.person, people.school, at=AT)


@pytest.mark.parametrize("slug", ["brookfield", "no-such-school"])
def test_dev_has_no_seat_at_ours_and_does_not_learn_that_it_is_there(people, slug):
    assert seat_at(people.dev.person, slug, at=AT) is None


def test_a_role_at_one_school_of_a_trust_is_no_seat_at_another(people):
    add_school(people.trust, "sibling", policy="southport")
    assert seat_at(people.head.person, "sibling", at=AT) is None


def test_a_role_of_the_whole_trust_is_a_seat_at_every_school_of_it(people):
    add_school(people.trust, "sibling", policy="southport")
    staff.give_role(people.ben.person, "central_team", school=None, **by_system)
    assert seat_at(people.ben.person, "brookfield", at=AT).roles == {"approver", "line_manager", "central_team"}
    assert seat_at(people.ben.person, "sibling", at=AT).roles == {"central_team"}
    assert seat_at(people.ben.person, people.other.slug, at=AT) is None


def test_a_role_is_held_from_its_first_moment_until_its_last(people):
    held = HeldRole.objects.get(person=people.carys.person)
    staff.end_role(held, by=by_system["by"], at=AT + timedelta(days=1))
    moments = (-timedelta(minutes=1), timedelta(0), timedelta(hours=23), timedelta(days=1))
    seats = [seat_at(people.carys.person, "brookfield", at=AT + after) for after in moments]
    assert [one is not None for one in seats] == [False, True, True, False]


def test_somebody_who_has_left_has_no_seat(people):
    people.carys.person.is_active = False
    assert seat_at(people.carys.person, "brookfield", at=AT) is None


def test_whoever_is_not_signed_in_has_no_seat(people):
    assert seat_at(object(), "brookfield", at=AT) is None


def test_a_seat_is_found_in_one_query(people, django_assert_num_queries):
    add_person(people.school, "Gwen Hughes", "governor")
    with django_assert_num_queries(1):
        found = seat_at(people.ben.person, "brookfield", at=AT)
        assert found == people.ben


def test_several_people_are_seated_in_one_query(people, django_assert_num_queries):
    wanted = [people.amara, people.ben, people.head]
    with django_assert_num_queries(1):
        found = seats_of([one.person for one in wanted], people.school)
    assert list(found.values()) == wanted


def test_among_several_dev_and_whoever_left_sit_without_a_role(people):
    people.carys.person.is_active = False
    people.carys.person.save(update_fields=["is_active"])
    found = seats_of([people.dev.person, people.carys.person], people.school)
    assert [one.roles for one in found.values()] == [frozenset(), frozenset()]
