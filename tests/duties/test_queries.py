"""What is owed, soonest first, and what is late."""

from datetime import timedelta

import pytest

from gatepost.duties.actions import duties
from gatepost.duties.queries import about, last_about, open_about, overdue, owed_by
from tests.cast import AT, by_system, cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def found():
    """The cast, Amara owing one task that was due yesterday and one that is due tomorrow, and having done a third."""
    people = cast()
    for days, thing in ((1, "delivery:1"), (-1, "delivery:2"), (0, "delivery:3")):
        duty = duties.open_duty(
            people.school, owner=people.amara.person, kind="take_down", what="Take it down", about=thing,
            due_at=AT + timedelta(days=days), **by_system,
        )  # fmt: skip
    duties.finish(duty, person=people.amara.person, **by_system)
    return people


def things(rows):
    """What tasks are about."""
    return [duty.about for duty in rows]


def test_what_somebody_owes_comes_soonest_first(found):
    assert things(owed_by(found.amara.person, found.school)) == ["delivery:2", "delivery:1"]


def test_ben_owes_nothing(found):
    assert things(owed_by(found.ben.person, found.school)) == []


def test_what_should_be_done_by_now_is_late(found):
    assert things(overdue(found.school, at=AT)) == ["delivery:2"]


def test_a_task_is_found_by_what_it_is_about_also_once_it_is_done(found):
    assert [duty.done_at for duty in about(found.school, "delivery:3")] == [AT]


def test_open_tasks_about_many_things_are_found_at_once(found):
    names = [f"delivery:{number}" for number in (1, 2, 3, 4)]
    assert sorted(open_about(found.school, names, kind="take_down")) == ["delivery:1", "delivery:2"]


def test_the_latest_tasks_about_many_things_are_found_also_once_they_are_done(found):
    names = [f"delivery:{number}" for number in (2, 3, 4)]
    assert sorted(last_about(found.school, names, kind="take_down")) == ["delivery:2", "delivery:3"]
    assert last_about(found.other, names, kind="take_down") == {}


def test_dev_sees_no_task_of_amaras_school(found):
    assert things(overdue(found.other, at=AT)) + things(about(found.other, "delivery:1")) == []
