"""What the home page shows, by what one may do."""

from datetime import timedelta

import pytest

from gatepost.publishing.actions import takedowns
from gatepost.schools.queries import seat
from gatepost.web.desk import MOST, Desk
from tests.cast import AT, add_person, cast, published, ready, waiting

pytestmark = pytest.mark.django_db


def somebody(people, *roles):
    """Somebody else at the school, with these roles."""
    return seat(add_person(people.school, "Grace Poon", *roles), people.school, at=AT)


def test_a_greeting_is_by_first_name_and_time_of_day():
    people = cast()
    assert Desk(people.amara, AT).greeting == "Good morning, Amara."
    titled = seat(add_person(people.school, "Mrs Lena Kowalczyk", "staff"), people.school, at=AT)
    assert Desk(titled, AT + timedelta(hours=8)).greeting == "Good evening, Lena."


def test_an_approver_sees_what_they_may_sign():
    people = cast()
    version = waiting(people)
    assert [row.version for row in Desk(people.ben, AT).to_sign] == [version]
    assert Desk(people.ben, AT).title == "A post is waiting for you"


def test_a_post_that_waits_for_somebody_else_is_left_out():
    people = cast()
    waiting(people)
    assert Desk(people.dev, AT).to_sign == []
    assert Desk(people.amara, AT).to_sign == []


def test_a_poster_sees_their_own_posts_and_no_more_than_five():
    people = cast()
    for _ in range(MOST + 1):
        waiting(people)
    assert len(Desk(people.amara, AT).posts) == MOST


def test_what_is_to_go_out_is_told_once():
    people = cast()
    delivery = ready(people)
    assert Desk(people.amara, AT).others_to_post == []
    assert Desk(people.head, AT).others_to_post == [delivery]
    assert Desk(people.head, AT).posting == "1 to post."


def test_a_task_leads_to_the_page_on_which_it_is_done():
    people = cast()
    delivery = published(people)
    takedowns.ask(delivery, seat=people.head, reason="A parent asked.", at=AT)
    (task,) = Desk(people.amara, AT + timedelta(days=5)).tasks  # two school days, and a weekend
    assert (task.address, task.late) == (f"/brookfield/deliveries/{delivery.pk}/take-down/", True)


@pytest.mark.parametrize("role", ["governor", "staff"])
def test_whoever_neither_writes_nor_signs_sees_the_policy(role):
    people = cast()
    desk = Desk(somebody(people, role), AT)
    assert desk.policy is not None
    assert (desk.to_sign, desk.posts, desk.to_post) == ([], [], [])


@pytest.mark.parametrize("who", ["amara", "ben", "head"])
def test_whoever_has_work_to_do_finds_the_policy_behind_a_door(who):
    assert Desk(getattr(cast(), who), AT).policy is None


def test_what_was_stopped_is_not_said_to_be_out():
    assert Desk(cast().amara, AT).posting == "Nothing is waiting to go out."
