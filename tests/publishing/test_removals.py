"""What somebody of a family is told comes down: what their own no brought, by its own clock, and nothing else."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from gatepost.consents.actions import contacts, links
from gatepost.publishing.actions import strays, takedowns, withdrawals
from gatepost.publishing.removals import removals
from tests.cast import AT, SYSTEM, by_system, cast, published, ready

pytestmark = pytest.mark.django_db
MONDAY = AT + timedelta(days=3)


@pytest.fixture
def people():
    return cast()


@pytest.fixture
def link(people):
    mother = contacts.add(people.oliver, name="Grace Hartley", relationship="Mother", **by_system)
    return links.make(people.oliver, contact=mother, seat=people.head, at=AT).link


@pytest.fixture(autouse=True)
def live(people, link):
    return published(people, shown=(people.oliver,))


def no(link, *, at):
    withdrawals.record_answer(link.pupil, element="photo", tier="social", state="withdrawn", given_by="parent",
                              contact=link.contact, by=SYSTEM, at=at)  # fmt: skip


def yes(link, *, at):
    withdrawals.record_answer(link.pupil, element="photo", tier="social", state="granted", given_by="parent",
                              contact=link.contact, by=SYSTEM, at=at)  # fmt: skip


def flag(people):
    withdrawals.set_flag(people.oliver, reason="A reason.", seat=people.carys, at=AT)


def counted(link, *, at=MONDAY):
    found = removals(link, at=at)
    return len(found.live), len(found.coming_down), len(found.down)


def test_what_is_live_is_told(link):
    assert counted(link) == (1, 0, 0)


def test_what_comes_down_at_ones_own_no_is_told_with_its_time(link):
    no(link, at=AT)
    told = removals(link, at=AT).coming_down[0]
    assert (timezone.localdate(told.due_at), told.overdue) == (date(2026, 11, 24), False)


def test_what_comes_down_for_a_flag_stands_with_what_is_live(people, link):
    flag(people)
    assert counted(link) == (1, 0, 0)


def test_what_is_down_for_a_flag_stands_nowhere_also_after_ones_own_no(people, link, live):
    flag(people)
    takedowns.done(live, seat=people.amara, proof="Gone.", at=AT)
    before = counted(link)
    no(link, at=MONDAY)
    assert (before, counted(link)) == ((0, 0, 0), (0, 0, 0))


def test_ones_own_no_to_what_comes_down_already_has_a_clock_of_its_own(people, link):
    flag(people)
    no(link, at=MONDAY)
    told = removals(link, at=MONDAY + timedelta(days=2)).coming_down[0]
    assert (timezone.localdate(told.due_at), told.overdue) == (date(2026, 11, 25), False)


def test_what_is_down_at_ones_own_no_is_told(people, link, live):
    no(link, at=AT)
    takedowns.done(live, seat=people.amara, proof="Gone.", at=MONDAY)
    assert counted(link) == (0, 0, 1)


def up_although_stopped(people, delivery, *, at):
    where = "https://facebook.example/2"
    return strays.report(delivery, address=where, seat=people.amara, at=at)


def test_what_was_up_before_ones_own_no_could_stop_it_comes_down_from_when_it_was_found(people, link):
    delivery = ready(people, shown=(people.oliver,))
    no(link, at=AT)
    up_although_stopped(people, delivery, at=MONDAY)
    due = {timezone.localdate(one.due_at) for one in removals(link, at=MONDAY).coming_down}
    assert due == {date(2026, 11, 24), date(2026, 11, 25)}


def test_what_a_flag_stopped_and_is_up_stands_with_what_is_live(people, link):
    no(link, at=AT - timedelta(hours=1))
    yes(link, at=AT)
    delivery = ready(people, shown=(people.oliver,))
    flag(people)
    up_although_stopped(people, delivery, at=MONDAY)
    assert counted(link)[0] >= 1
    assert delivery.pk in {one.delivery.pk for one in removals(link, at=MONDAY).live}
