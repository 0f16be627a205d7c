import pytest

from gatepost.schools.actions import people as staff
from gatepost.schools.checks import check_can_end, check_can_give
from gatepost.schools.errors import NotAllowed, UnableTo
from gatepost.schools.models import HeldRole
from gatepost.schools.queries import seat
from gatepost.schools.roles import ROLES
from gatepost.schools.staff import roles_now
from tests.cast import AT, add_person, add_school, by_system, cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    """The cast."""
    return cast()


def central(people):
    """Somebody of the central team, and the role that they hold at every school."""
    person = add_person(people.school, "Tunde Bakare")
    held = staff.give_role(person, "central_team", school=None, **by_system)
    return seat(person, people.school, at=AT), held


@pytest.mark.parametrize("role", [*ROLES.keys() - {"central_team"}, "line_manager"])
def test_the_head_gives_every_role_of_the_school(people, role):
    assert check_can_give(people.head, role) is None


def test_the_head_cannot_reach_beyond_the_school(people):
    with pytest.raises(NotAllowed, match="Only the central team"):
        check_can_give(people.head, "central_team")


@pytest.mark.parametrize("who", ["amara", "ben", "carys"])
def test_whoever_writes_or_signs_off_gives_nobody_a_role(people, who):
    with pytest.raises(NotAllowed, match="change people’s roles"):
        check_can_give(getattr(people, who), "approver")


def test_a_role_at_every_school_is_ended_by_the_central_team(people):
    team, held = central(people)
    staff.give_role(people.ben.person, "central_team", school=None, **by_system)
    with pytest.raises(NotAllowed):
        check_can_end(held, seat=people.head, at=AT)
    assert check_can_end(held, seat=team, at=AT) is None


def test_the_last_of_the_central_team_keeps_the_role(people):
    team, held = central(people)
    with pytest.raises(UnableTo, match="the last of the central team"):
        check_can_end(held, seat=team, at=AT)


def test_no_school_is_left_without_anybody_who_can_change_roles(people):
    team, _ = central(people)
    far = add_school(people.trust, "thornbeck", policy="southport")
    head = staff.give_role(people.head.person, "headteacher", school=None, **by_system)
    HeldRole.objects.filter(role="central_team").update(school=people.school)
    with pytest.raises(UnableTo, match=f"the last who can change roles at {far}"):
        check_can_end(head, seat=team, at=AT)


def test_the_last_who_can_change_roles_keeps_the_role(people):
    held = roles_now(people.school, at=AT).get(person=people.head.person)
    with pytest.raises(UnableTo, match="the last who can change roles"):
        check_can_end(held, seat=people.head, at=AT)


def test_with_somebody_else_there_the_head_may_go(people):
    team, _ = central(people)
    held = roles_now(people.school, at=AT).get(person=people.head.person)
    assert check_can_end(held, seat=team, at=AT) is None
