"""Who may be asked: added, changed and ended, without a name on the record."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from gatepost.audit.models import Event
from gatepost.consents.actions import answers, contacts
from gatepost.consents.effective import looked_up
from tests.cast import AT, by_system, cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def zofia():
    """A pupil about whom nobody has been asked."""
    return cast().zofia


def added(pupil, **more):
    """A parent of hers."""
    return contacts.add(pupil, name="Ewa Nowak", relationship="Mother", **more, **by_system)


def test_a_contacts_name_is_not_on_the_record(zofia):
    added(zofia)
    event = Event.objects.order_by("-number").first()
    assert (event.kind, event.facts) == ("contact.added", {"pupil": zofia.pk})


def test_a_contact_has_a_name_and_an_address_that_can_be_one(zofia):
    with pytest.raises(ValidationError):
        contacts.add(zofia, name=" ", **by_system)
    with pytest.raises(ValidationError):
        added(zofia, email="no address")


def test_a_yes_ends_with_the_contact_who_gave_it(zofia):
    mother = added(zofia)
    answers.record(zofia, element="photo", tier="social", state="granted", given_by="parent", contact=mother,
                   **by_system)  # fmt: skip
    contacts.end(mother, on=AT.date() - timedelta(days=1), **by_system)
    _, held = looked_up(zofia.school, [zofia.pk], at=AT)
    assert not held["social"][zofia.pk].allows("photo")


def test_an_answer_takes_the_relationship_of_who_gave_it(zofia):
    said = answers.record(zofia, element="photo", tier="social", state="granted", given_by="parent",
                          contact=added(zofia), **by_system)  # fmt: skip
    assert said.relationship == "Mother"
