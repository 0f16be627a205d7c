"""Which accounts are open, and where somebody posts."""

from datetime import timedelta

import pytest

from gatepost.channels.actions import register
from gatepost.channels.queries import all_channels, open_channels, posts_on
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


def test_somebody_posts_where_they_are_listed(found):
    assert posts_on(found.amara.person, found.school, at=AT) == {found.channel.pk}


def test_dev_posts_nowhere_at_amaras_school(found):
    assert posts_on(found.dev.person, found.school, at=AT) == frozenset()
