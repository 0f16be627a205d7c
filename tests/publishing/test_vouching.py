"""When it is told that somebody signs off by a role from the author, and when there is nothing to tell."""

from datetime import timedelta

import pytest

from gatepost.publishing.queries import version as found
from gatepost.publishing.vouching import chosen_by_author, roles_of
from gatepost.schools.actions import people as staff
from gatepost.schools.models import HeldRole
from gatepost.schools.queries import seat
from tests import cast
from tests.cast import AT

pytestmark = pytest.mark.django_db
BEFORE, LATER = AT - timedelta(days=30), AT + timedelta(minutes=1)


@pytest.fixture
def school():
    return cast.cast()


def give(school, person, role, *, by, at=BEFORE):
    """Give a role as somebody at the school does."""
    return staff.give_role(person, role, school=school.school, by=by.actor, at=at)


def newcomer(school, *roles, by=None, at=BEFORE):
    """Somebody who works here and has these roles from the author, or from whoever is said."""
    person = cast.add_person(school.school, "Priya Nair", "teacher")
    for role in roles:
        give(school, person, role, by=by or school.amara, at=at)
    return person


def told(school, version, person=None, *, at=LATER):
    """What is told of a version, while this person is about to sign it."""
    signing = person and seat(person, school.school, at=at)
    read = found(school.school, version.pk, at=at)
    chosen = chosen_by_author(read, roles_of(read, *([person] if person else [])), signing=signing, at=at)
    return [(one.person.name, one.role, one.since, one.later) for one in chosen]


def test_a_role_from_the_author_is_told_of_whoever_is_about_to_sign(school):
    person = newcomer(school, "approver")
    assert told(school, cast.waiting(school), person) == [("Priya Nair", "approver", BEFORE, False)]


def test_one_that_is_newer_than_the_draft_is_said_to_be(school):
    version = cast.waiting(school)
    person = newcomer(school, "approver", at=LATER)
    assert told(school, version, person) == [("Priya Nair", "approver", LATER, True)]


def test_it_is_told_of_an_approval_too_and_after_the_role_has_ended(school):
    for held in HeldRole.objects.filter(person=school.ben.person):
        staff.end_role(held, by=cast.SYSTEM, at=AT)
    give(school, school.ben.person, "approver", by=school.amara, at=AT)
    version = cast.approved(school)
    staff.end_role(HeldRole.objects.get(person=school.ben.person, until=None), by=cast.SYSTEM, at=LATER)
    assert told(school, version, at=AT + timedelta(days=1)) == [("Ben Oduya", "approver", AT, False)]


@pytest.mark.parametrize("roles", [("approver",), ("approver", "headteacher")])
def test_a_role_from_somebody_else_is_nothing_to_tell(school, roles):
    assert told(school, cast.waiting(school), newcomer(school, *roles, by=school.carys)) == []


def test_neither_is_one_that_came_with_the_setting_up(school):
    assert told(school, cast.waiting(school), school.ben.person) == []


def test_neither_is_one_beside_a_role_that_would_do_alone(school):
    person = newcomer(school, "headteacher", by=school.carys)
    give(school, person, "approver", by=school.amara)
    assert told(school, cast.waiting(school), person) == []


def test_neither_is_a_role_that_lets_nobody_sign(school):
    person = newcomer(school, "approver", by=school.carys)
    give(school, person, "governor", by=school.amara)
    assert told(school, cast.waiting(school), person) == []


def test_neither_is_one_that_had_ended_before(school):
    person = newcomer(school, "approver")
    staff.end_role(HeldRole.objects.get(person=person, role="approver"), by=cast.SYSTEM, at=AT)
    give(school, person, "approver", by=school.carys, at=AT)
    assert told(school, cast.waiting(school), person) == []


def test_a_position_from_the_author_that_the_step_asks_for_is_told(school):
    far = cast.cast(policy="everyone-matters", slug="foxglove")
    person = newcomer(far, "dsl", by=far.carys)
    version = cast.waiting(far)
    assert told(far, version, person) == []
    give(far, person, "line_manager", by=far.amara)
    assert told(far, version, person) == [("Priya Nair", "line manager", BEFORE, False)]


def test_it_costs_one_query_whoever_signed(school, django_assert_num_queries):
    version = found(school.school, cast.approved(school).pk, at=LATER)
    with django_assert_num_queries(1):
        chosen_by_author(version, roles_of(version, school.head.person), signing=school.head, at=LATER)
