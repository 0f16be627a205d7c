"""A person as pages and records name them."""

import pytest
from django.db import IntegrityError, transaction

from gatepost.schools.models import Person
from tests.cast import AT, cast

INITIALS = {
    "Amara Begum": "AB", "Mrs Helen Achebe": "HA", "Dr. Ben Oduya": "BO", "Carys": "C", "Ana de la Cruz": "AC",
    "mx sam okoro": "MO", "": "",
}  # fmt: skip


@pytest.mark.parametrize(("name", "initials"), INITIALS.items())
def test_the_badge_has_the_first_and_the_last_letter(name, initials):
    assert Person(name=name).initials == initials


def test_the_record_names_a_person_by_number_and_name():
    actor = Person(pk=7, name="Amara Begum").actor
    assert (actor.kind, actor.ref, actor.name) == ("person", "7", "Amara Begum")


@pytest.mark.django_db
def test_two_addresses_never_differ_by_capitals_alone():
    trust = cast().trust
    with transaction.atomic(), pytest.raises(IntegrityError):
        Person(email="Amara@brookfield.example", trust=trust, name="Amara", joined_at=AT).save()
