"""Parents and carers on the pages: added, changed and asked no more, with what follows."""

import pytest
from django.urls import reverse
from django.utils import timezone

from gatepost.audit.models import Event
from gatepost.consents.actions import answers, contacts, links
from gatepost.consents.effective import looked_up
from gatepost.consents.models import Contact, Link
from gatepost.publishing.models import Delivery
from gatepost.schools.queries import seat
from tests import cast
from tests.cast import AT, by_system

pytestmark = pytest.mark.django_db
EWA = {"name": "Ewa Nowak", "relationship": "Mother", "email": "ewa@example.org", "responsible": "yes"}


@pytest.fixture
def people():
    """The cast."""
    return cast.cast()


@pytest.fixture
def office(client, people):
    """Somebody in the office, signed in."""
    opal = seat(cast.add_person(people.school, "Opal Reed", "office"), people.school, at=AT)
    client.force_login(opal.person)
    return opal


def address(name, pupil, **more):
    return reverse(name, kwargs={"school": "brookfield", "pupil": pupil.pk, **more})


def send(client, name, pupil, said=None, **more):
    return client.post(address(name, pupil, **more), said or {}, follow=True)


def mother(pupil, state="granted", **more):
    """A parent who has said something about a picture on social media."""
    made = contacts.add(pupil, name="Ewa Nowak", relationship="Mother", **more, **by_system)
    answers.record(pupil, element="photo", tier="social", state=state, given_by="parent", contact=made, **by_system)
    return made


def shown(pupil):
    """Whether the pupil's picture may be on social media now."""
    return looked_up(pupil.school, [pupil.pk], at=timezone.now())[1]["social"][pupil.pk].allows("photo")


def test_a_parent_is_added_and_stands_on_the_page(client, people, office):
    page = send(client, "pupil_contact_add", people.zofia, EWA).content.decode()
    one = Contact.objects.of(people.school).get(pupil=people.zofia)
    assert (one.email, one.parental_responsibility, "Ewa Nowak" in page) == ("ewa@example.org", True, True)


def test_the_pupils_page_leads_there(client, people, office):
    page = client.get(address("pupil", people.zofia)).content.decode()
    assert f'href="{address("pupil_contacts", people.zofia)}"' in page


@pytest.mark.parametrize(("changed", "says"), [
    ({"name": " "}, "Write their name."),
    ({"email": "no address"}, "Write the whole address"),
    ({"name": "NOWAK, Ewa"}, "asked about this pupil already"),
])  # fmt: skip
def test_what_cannot_be_kept_comes_back_with_what_was_typed(client, people, office, changed, says):
    contacts.add(people.zofia, name="Ewa Nowak", **by_system)
    found = send(client, "pupil_contact_add", people.zofia, {**EWA, "relationship": "Aunt", **changed})
    kept = Contact.objects.of(people.school).filter(pupil=people.zofia).count()
    assert (found.status_code, says in found.content.decode(), "Aunt" in found.content.decode(), kept) == (
        422, True, True, 1,
    )  # fmt: skip


def test_a_yes_holds_nothing_once_its_giver_has_no_parental_responsibility(client, people, office):
    one = mother(people.zofia, parental_responsibility=True)
    waits = cast.ready(people, shown=(people.zofia,))
    send(client, "pupil_contact", people.zofia, {**EWA, "responsible": "no"}, contact=one.pk)
    assert (shown(people.zofia), Delivery.objects.of(people.school).get(pk=waits.pk).status) == (False, "pulled")


def test_whoever_is_asked_no_more_keeps_no_link(client, people, office):
    one = mother(people.zofia)
    links.make(people.zofia, contact=one, seat=people.head, at=AT)
    send(client, "pupil_contact_end", people.zofia, contact=one.pk)
    assert not Link.objects.of(people.school).filter(revoked_at__isnull=True).exists()


def test_a_no_stays_when_its_giver_is_asked_no_more(client, people, office):
    one = mother(people.oliver, "refused")
    send(client, "pupil_contact_end", people.oliver, contact=one.pk)
    between = shown(people.oliver)
    send(client, "pupil_contact_again", people.oliver, contact=one.pk)
    assert (between, shown(people.oliver)) == (False, False)


def test_the_dsl_sets_a_no_aside_of_somebody_who_is_asked_no_more_and_the_office_cannot(client, people, office):
    one = mother(people.oliver, "refused")
    send(client, "pupil_contact_end", people.oliver, contact=one.pk)
    form = {
        "tier": "social",
        "about_photo": "unknown",
        "giver": one.pk,
        "method": "in_person",
        "given_on": "2026-11-20",
    }
    refused = send(client, "pupil_answer", people.oliver, form)
    between = shown(people.oliver)
    client.force_login(people.carys.person)
    send(client, "pupil_answer", people.oliver, form)
    assert (refused.status_code, between, shown(people.oliver)) == (422, False, True)


def test_somebody_of_the_same_name_is_not_asked_twice(client, people, office):
    one = mother(people.zofia)
    send(client, "pupil_contact_end", people.zofia, contact=one.pk)
    send(client, "pupil_contact_add", people.zofia, EWA)
    found = send(client, "pupil_contact_again", people.zofia, contact=one.pk)
    assert (found.status_code, "asked about this pupil already" in found.content.decode()) == (422, True)


def test_a_parent_of_another_pupil_is_not_changed_from_here(client, people, office):
    one = mother(people.zofia)
    assert send(client, "pupil_contact", people.oliver, EWA, contact=one.pk).status_code == 404


def test_looking_and_changing_are_on_the_record_without_a_name(client, people, office):
    one = mother(people.zofia)
    client.get(address("pupil_contacts", people.zofia))
    send(client, "pupil_contact", people.zofia, {**EWA, "name": "Ewa Nowak-Hill"}, contact=one.pk)
    last = list(Event.objects.order_by("-number").values_list("kind", "facts")[:3])
    of_zofia = {"pupil": people.zofia.pk}
    # The page that follows is a look of its own.
    assert last == [("pupil.looked_at", of_zofia), ("contact.changed", of_zofia), ("pupil.looked_at", of_zofia)]
