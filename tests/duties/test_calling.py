"""Whom to ring about an account: by the register and the roles of now."""

import pytest

from gatepost.channels.actions import looking
from gatepost.channels.models import Administrator
from gatepost.duties.calling import calls
from gatepost.schools.queries import seats
from tests.cast import AT, add_person, cast

pytestmark = pytest.mark.django_db


def called(people):
    """Who → the names."""
    admins = Administrator.objects.of(people.school).filter(until__isnull=True).select_related("person")
    found = calls(people.channel, admins=admins, here=seats(people.school, at=AT))
    return {call.who: [person.name for person in call.people] for call in found}


def test_each_role_is_there_with_whoever_holds_it_and_empty_where_nobody_does():
    people = cast()
    assert called(people) == {
        "Owner of the account": ["Helen Achebe"], "Administrators": [], "DPO": [], "DSL": ["Carys Vaughan"],
        "Headteacher": ["Helen Achebe"], "Central team": [],
    }  # fmt: skip


def test_administrators_are_there_by_name_or_by_role_each_once():
    people = cast()
    looking.add_admin(people.channel, person=people.ben.person, seat=people.head, at=AT)
    looking.add_admin(people.channel, role="approver", seat=people.head, at=AT)
    assert called(people)["Administrators"] == ["Ben Oduya"]


def test_whoever_holds_the_role_that_owns_it_is_its_owner_and_a_new_dpo_is_there_at_once():
    people = cast()
    people.channel.owner_role = "dsl"
    add_person(people.school, "Dana Price", "dpo")
    found = called(people)
    assert (found["Owner of the account"], found["DPO"]) == (["Carys Vaughan"], ["Dana Price"])
