"""Whom one may be in a demonstration."""

import pytest

from gatepost.schools.actions import people as staff
from gatepost.web.demo import cast_list
from tests.cast import by_system, cast

pytestmark = pytest.mark.django_db


def names(stage):
    """Who plays on a stage."""
    return [player.person.name.split()[0] for player in stage.players]


def test_everybody_is_listed_under_their_school_and_posters_come_first():
    people = cast()
    stages = {stage.place: stage for stage in cast_list()}
    assert names(stages[people.school]) == ["Amara", "Ben", "Helen", "Carys"]
    assert names(stages[people.other]) == ["Dev"]


def test_those_who_work_for_the_whole_trust_come_under_the_trust():
    people = cast()
    staff.give_role(people.ben.person, "central_team", school=None, **by_system)
    assert [stage.place for stage in cast_list()][-1] == people.trust


def test_what_somebody_may_do_is_said_before_their_position():
    people = cast()
    stage = next(one for one in cast_list() if one.place == people.school)
    assert stage.players[0].plays == "poster, teacher"


def test_a_school_says_which_policy_it_has():
    cast()
    assert all(stage.policy for stage in cast_list())


def test_the_list_costs_two_queries(django_assert_num_queries):
    cast()
    with django_assert_num_queries(2):
        cast_list()
