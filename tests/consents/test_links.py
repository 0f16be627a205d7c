"""A link is signed, kept by its digest alone, and read again by nobody who only guesses."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext, override_settings
from django.utils import timezone

from gatepost.audit.models import Event
from gatepost.consents.actions import contacts, links
from gatepost.consents.links import found, token_of
from gatepost.schools.errors import NotAllowed, UnableTo
from tests import cast
from tests.cast import AT, Cast, by_system

pytestmark = pytest.mark.django_db


@pytest.fixture
def school() -> Cast:
    return cast.cast()


def make(school: Cast, **given):
    return links.make(school.oliver, **{"contact": None, "seat": school.head, "at": AT} | given)


def test_a_token_finds_its_link(school):
    made = make(school)
    assert found(made.token) == made.link


@pytest.mark.parametrize("token", ["", "x", "a" * 22, f"{'a' * 22}.{'0' * 24}", f"{'a' * 22}.{'0' * 24}\n", "é" * 47])
def test_a_guess_finds_nothing_and_costs_no_query(token):
    with CaptureQueriesContext(connection) as asked:
        assert found(token) is None
    assert len(asked) == 0


def test_a_token_signed_by_another_server_finds_nothing(school):
    token = make(school).token
    with override_settings(SECRET_KEY="another server's secret, quite as long as ours"):  # noqa: S106 - of no server
        assert found(token) is None


def test_a_signed_key_that_was_never_given_finds_nothing():
    assert found(token_of("a" * 22)) is None


def test_the_record_says_that_there_is_a_link_and_neither_its_key_nor_a_name(school):
    made = make(school)
    event = Event.objects.get(kind="link.made")
    assert made.token not in str(event.facts)
    assert "Oliver" not in str(event.facts)


def test_only_whoever_may_record_answers_gives_one(school):
    with pytest.raises(NotAllowed):
        make(school, seat=school.amara)


def test_somebody_who_is_asked_no_more_is_given_none(school):
    father = contacts.end(contacts.add(school.oliver, name="Adam Hartley", **by_system), on=AT.date(), **by_system)
    with pytest.raises(UnableTo):
        make(school, contact=father, at=timezone.now().replace(year=2027))


def test_a_contact_of_another_pupil_is_given_none(school):
    other = contacts.add(school.zofia, name="Halina Nowak", **by_system)
    with pytest.raises(UnableTo):
        make(school, contact=other)


def test_the_first_look_alone_is_kept(school):
    link = make(school).link
    for _ in range(2):
        links.opened(link, by=links.actor(link), at=AT)
    assert Event.objects.filter(kind="link.opened").count() == 1
