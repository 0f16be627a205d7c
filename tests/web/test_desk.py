"""What the home page shows, by what one may do."""

from datetime import timedelta

import pytest

from gatepost.duties.actions import duties
from gatepost.publishing.actions import takedowns
from gatepost.schools.queries import seat
from gatepost.web.desk import MOST, Desk
from tests.cast import AT, add_person, by_system, cast, published, ready, waiting

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


def test_a_post_to_take_down_stands_before_other_tasks_that_are_due_sooner():
    people = cast()
    for number in range(MOST):
        duties.open_duty(people.school, owner=people.amara.person, kind="past", what="Look", about=f"past:{number}",
                         due_at=AT, **by_system)  # fmt: skip
    takedowns.ask(published(people), seat=people.head, reason="A parent asked.", at=AT)
    desk = Desk(people.amara, AT)
    assert (desk.tasks[0].duty.kind, len(desk.tasks), desk.more_tasks) == ("take_down", MOST, 1)


def test_whoever_may_take_posts_down_is_told_how_many_are_to_come_down_and_how_many_are_theirs():
    people = cast()
    takedowns.ask(published(people), seat=people.head, reason="A parent asked.", at=AT)
    says = [Desk(who, AT).to_come_down for who in (people.amara, people.head, somebody(people, "office"), people.dev)]
    assert says == [
        "1 post still to come down, 1 of them yours.",
        "1 post still to come down, 0 of them yours.",
        "",
        "",
    ]


def test_an_office_that_posts_too_finds_the_take_downs_it_owns_on_its_home_page(client):
    people = cast()
    office = somebody(people, "office", "account_holder")
    live = published(people)
    takedowns.ask(live, seat=people.head, reason="A parent asked.", owner=office.person, at=AT)
    client.force_login(office.person)
    page = client.get("/brookfield/").content.decode()
    assert (f"/brookfield/deliveries/{live.pk}/take-down/" in page, "1 of them yours" in page) == (True, True)


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
