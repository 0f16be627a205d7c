import pytest

from gatepost.schools.actions import people as staff
from gatepost.schools.models import Person
from gatepost.schools.staff import managers, roles_now, worker, working
from tests.cast import AT, add_person, by_system, cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    """The cast."""
    return cast()


def names(school, **asked):
    """Who is found."""
    return [person.name for person in working(school, at=AT, **asked)]


def test_everybody_who_holds_a_role_is_there_by_surname(people):
    assert names(people.school) == ["Helen Achebe", "Amara Begum", "Ben Oduya", "Carys Vaughan"]


def test_nobody_of_another_school_is(people):
    assert "Dev Anand" not in names(people.school)


@pytest.mark.parametrize(("asked", "found"), [
    ({"words": "am beg"}, ["Amara Begum"]),
    ({"role": "dsl"}, ["Carys Vaughan"]),
    ({"words": "amara", "role": "dsl"}, []),
    ({"role": "no-such-role"}, []),
])  # fmt: skip
def test_people_are_found_by_name_and_by_role(people, asked, found):
    assert names(people.school, **asked) == found


def test_each_comes_with_the_roles_that_are_held_now(people):
    ended = roles_now(people.school, at=AT).get(person=people.amara.person, role="teacher")
    staff.end_role(ended, **by_system)
    [amara] = working(people.school, at=AT, words="amara")
    assert [held.role for held in amara.held_here] == ["poster"]


def test_whoever_worked_here_once_can_still_be_looked_up(people):
    for held in roles_now(people.school, at=AT).filter(person=people.ben.person):
        staff.end_role(held, **by_system)
    assert worker(people.school, people.ben.person.pk) == people.ben.person


def test_whoever_never_worked_here_cannot(people):
    with pytest.raises(Person.DoesNotExist):
        worker(people.school, people.dev.person.pk)


def test_those_who_change_roles_are_the_head_and_the_central_team(people):
    central = add_person(people.school, "Tunde Bakare")
    staff.give_role(central, "central_team", school=None, **by_system)
    assert {held.person for held in managers(people.school, at=AT)} == {people.head.person, central}
