import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest
from django.db import connection

from gatepost.audit.models import Event
from gatepost.schools.actions import staffing
from gatepost.schools.errors import NotAllowed, UnableTo
from gatepost.schools.models import Person
from gatepost.schools.queries import seat
from gatepost.schools.staff import managers, roles_now
from tests.cast import AT, add_school, cast

pytestmark = pytest.mark.django_db
NEW = {"name": "Ms Noor Aziz", "email": "noor@brookfield.example", "role": "poster", "at": AT}


@pytest.fixture
def people():
    """The cast."""
    return cast()


def test_somebody_new_joins_with_a_first_role(people):
    person = staffing.join(seat=people.head, **NEW)
    assert seat(person, people.school, at=AT).roles == {"poster"}


def test_both_the_person_and_the_role_are_recorded_by_whoever_did_it(people):
    staffing.join(seat=people.head, **NEW)
    last = Event.objects.filter(actor_name="Helen Achebe").order_by("number").values_list("kind", flat=True)
    assert list(last)[-2:] == ["person.added", "role.given"]


def test_whoever_is_at_another_school_of_the_trust_keeps_their_name(people):
    other = add_school(people.trust, "thornbeck", policy="southport")
    head = staffing.join(seat=people.head, **{**NEW, "role": "headteacher"})
    at_other = seat(head, people.school, at=AT)
    joined = staffing.join(seat=at_other, **{**NEW, "name": "Somebody Else", "role": "approver"})
    assert (joined.name, seat(joined, other, at=AT).roles) == ("Ms Noor Aziz", frozenset())


def test_an_address_outside_the_trust_is_refused(people):
    with pytest.raises(UnableTo, match="here already"):
        staffing.join(seat=people.head, **{**NEW, "email": people.dev.person.email.upper()})


def test_whoever_may_not_give_roles_adds_nobody(people):
    before = Person.objects.count()
    with pytest.raises(NotAllowed):
        staffing.join(seat=people.amara, **NEW)
    assert Person.objects.count() == before


def test_a_role_is_given_and_ended(people):
    held = staffing.give(people.ben.person, role="dsl", seat=people.head, at=AT)
    staffing.end(held, seat=people.head, at=AT)
    assert not roles_now(people.school, at=AT).filter(pk=held.pk).exists()


def test_a_role_that_has_ended_is_not_ended_again(people):
    held = staffing.give(people.ben.person, role="dsl", seat=people.head, at=AT)
    staffing.end(held, seat=people.head, at=AT)
    with pytest.raises(UnableTo, match="ended already"):
        staffing.end(held, seat=people.head, at=AT)


@pytest.mark.django_db(transaction=True)
def test_two_who_end_each_others_roles_at_once_leave_one_of_them(people, monkeypatch):
    other = staffing.give(people.ben.person, role="headteacher", seat=people.head, at=AT)
    mine = managers(people.school, at=AT).exclude(pk=other.pk).get()
    ben = seat(people.ben.person, people.school, at=AT)
    monkeypatch.setattr(staffing, "check_can_end", met(staffing.check_can_end))
    with ThreadPoolExecutor(1 if connection.vendor == "sqlite" else 2) as both:  # SQLite lets one write at a time
        said = [both.submit(ended, held, by=by) for held, by in ((other, people.head), (mine, ben))]
    assert sorted(one.result() for one in said) == ["", "refused"]
    assert managers(people.school, at=AT).count() == 1


def met(check):
    """The same check, after which whoever made it waits for the other, for a second at most."""
    both = threading.Barrier(2)

    def checked(*given, **more):
        check(*given, **more)
        with suppress(threading.BrokenBarrierError):
            both.wait(timeout=1)

    return checked


def ended(held, *, by):
    """End a role as a request of its own does."""
    try:
        staffing.end(held, seat=by, at=AT)
    except UnableTo:
        return "refused"
    finally:
        connection.close()
    return ""
