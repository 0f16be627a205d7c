"""Events hang together in one line for each trust."""

import pytest
from django.db import transaction

from gatepost.audit.actions.events import record
from gatepost.audit.actor import SYSTEM, Actor
from gatepost.audit.chain import START, digest_of
from gatepost.audit.models import Event, Head
from tests.cast import AT
from tests.record import words_of

pytestmark = pytest.mark.django_db
AMARA = Actor("person", "7", "Amara Begum")


def founded(trust="ashgrove", *, by=AMARA):
    """An event of a trust."""
    return record("trust.founded", by=by, at=AT, trust=trust, subject="trust:1", facts={"trust": "Ashgrove"})


def test_the_first_event_of_a_trust_hangs_on_the_start():
    event = founded()
    assert (event.number, event.previous, event.digest) == (1, START, digest_of(event))


def test_each_event_hangs_on_the_one_before():
    first, second = founded(), founded()
    assert (second.number, second.previous) == (2, first.digest)


def test_each_trust_has_a_line_of_its_own():
    founded("ashgrove")
    assert founded("elsewhere").number == 1


def test_the_head_is_the_last_event():
    founded()
    last = founded()
    head = Head.objects.get(trust="ashgrove")
    assert (head.count, head.digest) == (2, last.digest)


def test_an_event_keeps_who_did_it_as_they_were_called():
    event = founded()
    assert (event.actor_kind, event.actor_ref, event.actor_name) == ("person", "7", "Amara Begum")


def test_an_event_read_again_has_the_digest_that_it_was_given():
    founded()
    event = Event.objects.get()
    assert digest_of(event) == event.digest


def test_an_event_reads_as_a_sentence():
    assert words_of(founded()) == "Amara Begum set up Ashgrove."


def test_what_its_sentence_needs_has_to_be_given():
    with pytest.raises(ValueError, match="also needs trust"):
        record("trust.founded", by=SYSTEM, at=AT, trust="ashgrove", subject="trust:1")


def test_a_kind_that_nobody_could_read_is_refused():
    with pytest.raises(KeyError):
        record("trust.vanished", by=SYSTEM, at=AT, trust="ashgrove", subject="trust:1")


def test_what_is_rolled_back_leaves_no_gap():
    founded()
    with transaction.atomic():
        founded()
        transaction.set_rollback(True)
    assert founded().number == 2
