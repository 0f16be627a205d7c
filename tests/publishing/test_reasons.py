"""What people write as a reason is read by many, and for good: it is kept as written, or refused with a sentence."""

import pytest

from gatepost.audit.models import Event
from gatepost.publishing.actions import drafts, handover, incidents, signoff, stops, takedowns
from gatepost.publishing.models import Incident, Stop
from gatepost.publishing.reasons import written
from gatepost.schools.errors import UnableTo
from tests.cast import AT, cast, draft, published, ready, waiting

pytestmark = pytest.mark.django_db
GIVEN_AWAY = "The login leaked. Password: Summer2026!"


def keeps(people, words):
    drafts.keep(draft(people), clause="p1", cause="tone", reason=words, seat=people.amara, at=AT)


def sends_back(people, words):
    signoff.send_back(waiting(people), seat=people.ben, reason=words, at=AT)


def pulls(people, words):
    handover.pull(ready(people), seat=people.amara, reason=words, at=AT)


def asks_down(people, words):
    takedowns.ask(published(people), seat=people.head, reason=words, at=AT)


def ends_stop(people, words):
    stops.end(stops.start(seat=people.head, reason="A mistake.", at=AT), seat=people.head, note=words, at=AT)


def declares(people, words):
    incidents.declare(
        seat=people.head, reason=words, channels=[people.channel], people=[people.head.person], at=AT
    )  # fmt: skip


def ends_incident(people, words):
    declares(people, "A fire.")
    incidents.end(Incident.objects.get(), seat=people.head, note=words, at=AT)


SAID = [keeps, sends_back, pulls, asks_down, ends_stop, declares, ends_incident]


@pytest.mark.parametrize("says", SAID, ids=lambda one: one.__name__)
@pytest.mark.parametrize(
    ("words", "told"),
    [(GIVEN_AWAY, "Nothing of it was kept"), ("x" * 2_001, "Write at most"), (" \u200b ", "^Say|^Write a note")],
    ids=["secret", "long", "blank"],
)
def test_a_reason_that_holds_a_password_or_is_too_long_or_empty_is_refused(says, words, told):
    people = cast()
    with pytest.raises(UnableTo, match=told):
        says(people, words)
    assert not any("Summer2026" in str(event.facts) for event in Event.objects.all())


@pytest.mark.parametrize(
    ("words", "kept"),
    [(GIVEN_AWAY, "(left out: it looked like a password)"), ("x" * 600, "x" * 500)],
    ids=["secret", "long"],
)
def test_an_emergency_stop_holds_whatever_its_reason_says(words, kept):
    stops.start(seat=cast().head, reason=words, at=AT)
    assert Stop.objects.get().reason == kept


def test_a_reason_is_kept_without_the_space_round_it():
    assert written("  The date is wrong.\n", missing="Say why.") == "The date is wrong."
