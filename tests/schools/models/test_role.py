"""What must be true of roles is true in the database."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from gatepost.schools.models import HeldRole
from tests.cast import AT, cast

pytestmark = pytest.mark.django_db


def refused(**fields):
    """Whether the database refuses a role."""
    with transaction.atomic(), pytest.raises(IntegrityError):
        HeldRole(since=AT, **fields).save()
    return True


def test_a_role_is_held_once_at_a_time():
    found = cast()
    assert refused(person=found.amara.person, school=found.school, role="poster")


def test_a_role_in_the_whole_trust_is_held_once_at_a_time():
    person = cast().amara.person
    HeldRole(person=person, role="dpo", since=AT).save()
    assert refused(person=person, role="dpo")


def test_a_role_does_not_end_before_it_begins():
    found = cast()
    assert refused(person=found.amara.person, school=found.school, role="dsl", until=AT - timedelta(days=1))
