from datetime import date

import pytest

from gatepost import library
from gatepost.channels.actions import register
from gatepost.channels.queries import accounts_for
from gatepost.duties.joining import needs
from gatepost.handbook.actions import policies
from gatepost.schools.actions import staffing
from gatepost.schools.models import Person
from gatepost.schools.queries import seat
from tests.cast import AT, accept, by_system, cast

pytestmark = pytest.mark.django_db
NEW = {"name": "Ms Noor Aziz", "email": "noor@brookfield.example", "role": "poster", "at": AT}


def lacks(person, school):
    """The last words of what somebody still needs."""
    return [one.says.split()[-1] for one in told(person, school) if not one.met]


def told(person, school):
    posts_on = [one for one in accounts_for(person, school, at=AT) if one.listed]
    return needs(seat(person, school, at=AT), posts_on=posts_on, at=AT)


def test_somebody_new_is_told_what_is_missing_and_each_thing_goes_when_it_is_done():
    people = cast(policy="southport")
    new = staffing.join(seat=people.head, **NEW)
    first = lacks(new, people.school)
    register.name_poster(people.channel, new, **by_system)
    second = lacks(new, people.school)
    accept(new, people.school)
    assert (first, second, lacks(new, people.school)) == (["account", "page"], ["page"], [])


def test_a_policy_that_asks_for_nothing_more_lists_nothing_more():
    people = cast(policy="north-star")
    assert lacks(staffing.join(seat=people.head, **NEW), people.school) == ["account"]


def test_training_is_asked_for_where_the_policy_asks_for_it():
    people = cast(policy="everyone-matters")
    text = library.text("everyone-matters").replace("trained: {required: false}", "trained: {required: true}")
    policies.adopt(trust=people.trust, school=people.school, source=text, effective_from=AT.date(), **by_system)
    Person.objects.filter(pk=people.amara.person.pk).update(training_until=date(2026, 11, 19))
    late = Person.objects.get(pk=people.amara.person.pk)
    assert "holds" in lacks(late, people.school)
    assert "holds" not in lacks(people.head.person, people.school)


def test_whoever_holds_no_role_that_writes_needs_one():
    people = cast()
    assert "poster" in lacks(people.ben.person, people.school)
