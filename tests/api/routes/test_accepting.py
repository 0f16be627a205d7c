"""Accepting the policy in force by the API: for oneself, and the version that was read."""

import pytest

from gatepost import library
from gatepost.audit.models import Event
from gatepost.handbook.actions import policies
from gatepost.handbook.models import Acknowledgement
from tests.api.calls import call
from tests.cast import AT, by_system, cast
from tests.web.visits import set_clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(monkeypatch):
    """The cast on the day on which their school adopted the policy once more, so that nobody has accepted it."""
    set_clock(monkeypatch)
    found = cast()
    source = f"{library.text('southport')}\n# amended\n"
    policies.adopt(trust=found.trust, school=found.school, source=source, effective_from=AT.date(), **by_system)
    return found


def test_whoever_accepts_the_version_in_force_has_accepted_it_for_themselves_alone(people):
    held = call(people.amara, "policy")[1]
    assert (held["effective_from"], held["accepted_at"], bool(held["asked_by"])) == (f"{AT:%Y-%m-%d}", None, True)
    status, told = call(people.amara, "policy/accept", {"seen": held["digest"], "person": people.ben.person.pk})
    assert (status, told["accepted_at"] is None, call(people.ben, "policy")[1]["accepted_at"]) == (200, False, None)
    who = Acknowledgement.objects.of(people.school).filter(digest=held["digest"]).values_list("person", flat=True)
    assert [*who] == [people.amara.person.pk]


def test_saying_so_again_changes_nothing(people):
    seen = call(people.amara, "policy")[1]["digest"]
    first = call(people.amara, "policy/accept", {"seen": seen})[1]
    before = Event.objects.count()
    assert (call(people.amara, "policy/accept", {"seen": seen})[1], Event.objects.count()) == (first, before)


def test_the_version_before_it_or_none_is_refused_with_what_to_do(people):
    before = Acknowledgement.objects.of(people.school).first().digest
    for body in ({"seen": before}, {"seen": "anything"}, {}):
        status, told = call(people.amara, "policy/accept", body)
        assert (status, told["why"]) == (409, "Another policy is in force by now. Read that one, and then accept it.")
    assert call(people.amara, "policy")[1]["accepted_at"] is None
