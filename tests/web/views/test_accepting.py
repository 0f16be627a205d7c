"""Accepting the policy in force, and what waits until one has."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from gatepost import library
from gatepost.audit.models import Event
from gatepost.handbook.actions import policies
from gatepost.handbook.models import Acknowledgement
from gatepost.handbook.queries import policy_in_force
from gatepost.publishing.asking import assess_version
from gatepost.publishing.models import Approval
from tests import cast as cast_of
from tests.cast import AT, accept, add_person, by_system, cast
from tests.web.visits import set_clock

pytestmark = pytest.mark.django_db
ASKED = "Read the policy in force, and accept it."


@pytest.fixture
def people(monkeypatch):
    """The cast on the day after their school adopted the policy once more, so that nobody has accepted it."""
    found = cast()
    policies.adopt(trust=found.trust, school=found.school, source=_amended(), effective_from=AT.date(), **by_system)
    set_clock(monkeypatch, AT + timedelta(hours=1))
    return found


def _amended():
    return f"{library.text('southport')}\n# amended\n"


def sent(client, seat, seen):
    """The page after somebody has said that they accept what they saw."""
    client.force_login(seat.person)
    return client.post(reverse("policy_accept", args=["brookfield"]), {"seen": seen}, follow=True).content.decode()


def read(client, seat, name="home"):
    """A page as somebody reads it."""
    client.force_login(seat.person)
    return client.get(reverse(name, args=["brookfield"])).content.decode()


def now(people):
    """What names the policy in force."""
    return policy_in_force(people.school, on=AT.date()).digest


def test_the_home_page_asks_until_one_has_accepted(client, people):
    before = read(client, people.amara)
    said = sent(client, people.amara, now(people))
    assert (ASKED in before, "It is on record" in said, ASKED in read(client, people.amara)) == (True, True, False)


def test_saying_it_twice_keeps_the_first(client, people):
    sent(client, people.amara, now(people))
    sent(client, people.amara, now(people))
    rows = Acknowledgement.objects.of(people.school).filter(person=people.amara.person, digest=now(people))
    events = Event.objects.filter(kind="policy.acknowledged", actor_ref=people.amara.actor.ref)
    assert (rows.count(), events.count()) == (1, 2)  # the other is of the version before


def test_what_stood_on_an_old_page_is_not_accepted(client, people):
    said = sent(client, people.amara, "0" * 64)
    assert ("Another policy is in force by now" in said, ASKED in read(client, people.amara)) == (True, True)


def test_nobody_signs_off_before_they_have_accepted(client, people):
    accept(people.amara.person, people.school)
    version = cast_of.waiting(people)
    client.force_login(people.ben.person)
    yes = {f"answer {question.key}": "yes" for question in assess_version(version, at=AT).questions()}
    page = f"/brookfield/sign-off/{version.pk}/approve/"
    said = client.post(page, {"seen": version.digest, **yes}, follow=True).content.decode()
    assert ("You have not accepted the policy in force yet" in said, Approval.objects.of(people.school).count()) == (
        True, 0,
    )  # fmt: skip


def test_whoever_manages_people_sees_first_who_has_not(client, people):
    accept(people.amara.person, people.school)
    shown = read(client, people.head, "policy_accepted")
    assert ("3 of 4 people have not yet" in shown, shown.index("Carys Vaughan") < shown.index("Amara Begum")) == (
        True, True,
    )  # fmt: skip


def test_a_policy_that_asks_nobody_says_so(client):
    found = cast(policy="north-star")
    stranger = add_person(found.school, "Gwen Ito", "governor")
    Acknowledgement.objects.of(found.school).filter(person=stranger).delete()
    client.force_login(stranger)
    shown = client.get(reverse("policy", args=["brookfield"])).content.decode()
    home = client.get(reverse("home", args=["brookfield"])).content.decode()
    assert ("asks nobody to accept it" in shown, ASKED in home) == (True, False)


def test_it_lapses_by_itself_with_the_next_version(client, people, monkeypatch):
    accept(people.amara.person, people.school)
    policies.adopt(trust=people.trust, school=people.school, source="littleover", effective_from=date(2026, 12, 1),
                   **by_system)  # fmt: skip
    before = read(client, people.amara)
    set_clock(monkeypatch, AT + timedelta(days=12))
    assert (ASKED in before, ASKED in read(client, people.amara)) == (False, True)
