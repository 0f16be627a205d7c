"""What stands round every page."""

from datetime import date, timedelta

import pytest
from django.test import RequestFactory
from django.utils import timezone

from gatepost.handbook.actions import policies
from gatepost.publishing.actions import incidents, signoff, stops
from gatepost.publishing.asking import assess_version
from gatepost.publishing.checks import can_sign_off
from gatepost.schools.actions import people as staff
from gatepost.schools.models import HeldRole
from gatepost.schools.queries import seat
from gatepost.web.frame import Frame
from tests.cast import AT, accept, add_person, add_school, by_system, cast, waiting
from tests.handbook.actions.test_policies import OURS

pytestmark = pytest.mark.django_db


def frame(seat, *, on_page=True):
    """The frame of a page that somebody looks at."""
    request = RequestFactory().get(f"/{seat.school.slug}/")
    request.user = seat.person
    if on_page:
        request.seat = seat
    return Frame(request)


def test_the_switcher_shows_only_schools_where_one_holds_a_role():
    people = cast()
    add_school(people.trust, "thornbeck", policy="littleover")
    assert [school.slug for school in frame(people.amara).schools] == ["brookfield"]


def test_a_role_of_the_whole_trust_opens_every_school_of_it_and_no_other():
    people = cast()
    add_school(people.trust, "thornbeck", policy="littleover")
    staff.give_role(people.ben.person, "central_team", school=None, **by_system)
    assert [school.slug for school in frame(people.ben).schools] == ["brookfield", "thornbeck"]


def test_a_role_that_ends_today_still_opens_the_school():
    people = cast()
    rows = HeldRole.objects.filter(person=people.amara.person)
    rows.update(until=timezone.now() + timedelta(hours=1))
    assert [school.slug for school in frame(people.amara).schools] == ["brookfield"]
    rows.update(until=timezone.now() - timedelta(hours=1))
    assert frame(people.amara).schools == []


def test_what_waits_is_counted_for_those_who_may_decide_about_it():
    people = cast()
    waiting(people)
    seats = (people.ben, people.head, people.amara, people.carys)
    assert [frame(seat).news.waiting for seat in seats] == [1, 1, 0, 0]


def test_what_one_has_decided_about_does_not_wait_for_one():
    people = cast(policy="everyone-matters")
    version = waiting(people, shown=(people.oliver,))
    yes = {question.key: "yes" for question in assess_version(version, at=AT).questions()}
    signer = next(one for one in (people.ben, people.head) if can_sign_off(version, one))
    signoff.approve(version, seat=signer, seen=version.digest, answers=yes, at=AT)
    assert frame(signer).news.waiting == 0


def test_a_quiet_day_costs_one_query(django_assert_num_queries):
    shown = frame(cast().ben)
    with django_assert_num_queries(1):
        assert (shown.links != [], shown.stop, shown.reminder) == (True, None, None)


@pytest.mark.parametrize("adopted", [(), ("trust",), ("trust", "school"), ("trust", "own")], ids=str)
def test_whoever_accepted_what_is_in_force_has_accepted_it_until_the_next(adopted):
    people = cast()
    for number, which in enumerate(adopted):
        source = {"trust": "southport", "school": OURS, "own": "littleover"}[which]
        policies.adopt(trust=people.trust, school=None if which == "trust" else people.school, source=source,
                       effective_from=date(2026, 9, 2 + number), **by_system)  # fmt: skip
    before = frame(people.amara).news.accepted
    accept(people.amara.person, people.school)
    assert (before, frame(people.amara).news.accepted) == (adopted in {(), ("trust",)}, True)


def test_a_stop_is_shown_at_the_school_that_is_stopped():
    people = cast()
    stops.start(seat=people.head, reason="A post went out by mistake.", at=AT)
    assert frame(people.amara).stop.reason == "A post went out by mistake."
    assert frame(people.dev).stop is None


def test_an_incident_reminds_of_the_clauses_that_say_who_speaks():
    people = cast(policy="southport")
    incidents.declare(seat=people.head, reason="A fire.", channels=[people.channel], people=[people.head.person], at=AT)
    reminder = frame(people.amara).reminder
    assert reminder.reason == "A fire."
    assert reminder.clauses


def test_a_page_of_no_school_has_no_menu():
    assert frame(cast().amara, on_page=False).links == []


@pytest.mark.parametrize("first", ["school", "trust"])
def test_of_a_stop_of_the_school_and_one_of_the_trust_what_began_first_is_told(first):
    people = cast()
    central = seat(add_person(people.school, "Uma Castell", "central_team"), people.school, at=AT)
    begun = {"school": (people.head, False), "trust": (central, True)}
    for after, which in enumerate(sorted(begun, key=lambda one: one != first)):
        who, whole = begun[which]
        stops.start(seat=who, reason=which, whole_trust=whole, at=AT + timedelta(minutes=after))
    assert (frame(people.amara).stop.reason, frame(people.amara).stop.whole_trust) == (first, first == "trust")
