"""Which accounts are open, and where somebody posts."""

from datetime import timedelta

import pytest

from gatepost.channels.actions import register
from gatepost.channels.queries import accounts_for, all_channels, open_channels
from tests.cast import AT, by_system, cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def found():
    """The cast, with a second account that is closed."""
    people = cast()
    closed = register.open_channel(people.school, platform="x", name="@brookfield", **by_system)
    register.close_channel(closed, **by_system)
    return people


def test_a_closed_account_is_not_among_those_to_choose_from(found):
    assert list(open_channels(found.school, on=AT.date())) == [found.channel]


def test_a_closed_account_stays_on_the_register(found):
    assert all_channels(found.school).count() == 2


def test_an_account_is_not_open_before_it_opened(found):
    assert not open_channels(found.school, on=AT.date() - timedelta(days=1)).exists()


def test_every_account_says_whether_somebody_posts_there(found):
    said = accounts_for(found.amara.person, found.school, at=AT).values_list("name", "listed")
    assert dict(said) == {"Brookfield Primary": True, "@brookfield": False}


def test_somebody_posts_nowhere_before_they_were_named(found):
    assert not accounts_for(found.amara.person, found.school, at=AT - timedelta(seconds=1)).filter(listed=True)


def test_dev_posts_nowhere_at_amaras_school(found):
    assert not accounts_for(found.dev.person, found.school, at=AT).filter(listed=True)
