"""People are added with the roles that they hold, and every change of who may do what is on record."""

from datetime import timedelta

import pytest

from gatepost.audit.models import Event
from gatepost.schools.actions import people
from gatepost.schools.errors import UnableTo
from gatepost.schools.models import HeldRole, Person
from gatepost.schools.queries import seat
from tests.cast import AT, PASSWORD, add_person, by_system, cast
from tests.record import words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def school():
    """Amara's school."""
    return cast().school


def last_sentence(school):
    """What the record says happened last."""
    return words_of(Event.objects.filter(trust=school.trust.slug).order_by("-number")[0])


def test_a_person_signs_in_with_their_password(school):
    person = add_person(school, "Gwen Price", "staff")
    assert (person.check_password(PASSWORD), person.email) == (True, "gwen@brookfield.example")


def test_a_person_without_a_password_cannot_sign_in_with_one(school):
    person = people.add(trust=school.trust, email="gwen@brookfield.example", name="Gwen Price", **by_system)
    assert not person.has_usable_password()


def test_an_address_is_one_persons_however_it_is_written(school):
    with pytest.raises(UnableTo, match="is here already"):
        people.add(trust=school.trust, email="AMARA@brookfield.example", name="Amara Two", **by_system)


def test_a_person_is_found_by_their_address_however_it_is_written(school):
    assert Person.objects.get_by_natural_key("Amara@Brookfield.EXAMPLE").name == "Amara Begum"


def test_a_role_that_nobody_knows_is_refused(school):
    with pytest.raises(UnableTo, match="There is no role"):
        add_person(school, "Gwen Price", "wizard")


def test_a_role_is_held_at_schools_of_the_persons_trust_alone():
    found = cast()
    with pytest.raises(UnableTo, match="does not belong to the trust"):
        people.give_role(found.dev.person, "poster", school=found.school, **by_system)


def test_a_role_that_is_held_is_not_given_again(school):
    person = add_person(school, "Gwen Price", "staff", "staff")
    assert HeldRole.objects.filter(person=person).count() == 1


def test_what_somebody_may_do_ends_with_their_role(school):
    person = add_person(school, "Gwen Price", "poster")
    people.end_role(HeldRole.objects.get(person=person), **{**by_system, "at": AT + timedelta(days=1)})
    roles = [set(seat(person, school, at=AT + timedelta(days=days)).roles) for days in (0, 2)]
    assert roles == [{"poster"}, set()]


def test_a_role_ends_once(school):
    held = HeldRole.objects.get(person=add_person(school, "Gwen Price", "poster"))
    people.end_role(held, **by_system)
    with pytest.raises(UnableTo, match="ended already"):
        people.end_role(held, **by_system)


def test_the_record_says_who_was_made_what(school):
    person = add_person(school, "Gwen Price")
    people.give_role(person, "dsl", school=school, **by_system)
    given = last_sentence(school)
    people.end_role(HeldRole.objects.get(person=person), **by_system)
    assert (given, last_sentence(school)) == (
        "Gatepost made Gwen Price DSL.", "Gatepost ended Gwen Price’s role as DSL."
    )  # fmt: skip
