"""Accounts are opened and closed, posters named and removed, each once and on record."""

from datetime import timedelta

import pytest

from gatepost.audit.models import Event
from gatepost.channels.actions import register
from gatepost.channels.models import Channel, Poster
from gatepost.schools.errors import UnableTo
from tests.cast import AT, by_system, cast
from tests.record import words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def found():
    """The cast."""
    return cast()


def sentences(subject):
    """What the record says of an account, in order."""
    return [words_of(event) for event in Event.objects.filter(subject=subject).order_by("number")]


def test_the_record_says_what_became_of_an_account(found):
    channel = register.open_channel(found.school, platform="x", name="@brookfield", **by_system)
    poster = register.name_poster(channel, found.ben.person, **by_system)
    register.remove_poster(poster, **by_system)
    register.close_channel(channel, **by_system)
    assert sentences(f"channel:{channel.pk}") == [
        "Gatepost put the X account @brookfield on the register.",
        "Gatepost named Ben Oduya as a poster on @brookfield.",
        "Gatepost took Ben Oduya off the posters of @brookfield.",
        "Gatepost closed the X account @brookfield.",
    ]


def test_an_account_is_closed_once(found):
    register.close_channel(found.channel, **by_system)
    with pytest.raises(UnableTo, match="is closed already"):
        register.close_channel(found.channel, **by_system)


def test_a_poster_is_removed_once(found):
    poster = Poster.objects.of(found.school).first()
    register.remove_poster(poster, **by_system)
    with pytest.raises(UnableTo, match="taken off the list already"):
        register.remove_poster(poster, **by_system)


def test_a_poster_is_named_once(found):
    register.name_poster(found.channel, found.amara.person, **by_system)
    assert Poster.objects.of(found.school).filter(person=found.amara.person).count() == 1


def test_a_poster_who_was_removed_can_be_named_again(found):
    again = register.name_poster(found.channel, found.ben.person, **by_system)
    register.remove_poster(again, **by_system)
    later = register.name_poster(found.channel, found.ben.person, **{**by_system, "at": AT + timedelta(days=1)})
    assert later.pk != again.pk


def test_dev_cannot_be_a_poster_of_amaras_school(found):
    with pytest.raises(UnableTo, match="does not belong to the trust"):
        register.name_poster(found.channel, found.dev.person, **by_system)


def test_an_account_opens_on_the_day_that_it_is_here(found):
    late = AT.replace(month=7, day=1, hour=23, minute=30)
    register.open_channel(found.school, platform="x", name="Late", **{**by_system, "at": late})
    assert Channel.objects.of(found.school).get(name="Late").opened_on.isoformat() == "2026-07-02"
