from datetime import timedelta

import pytest

from gatepost.channels.actions import register
from gatepost.channels.listing import account, poster_on, register_of
from gatepost.channels.models import Channel, Poster
from tests.cast import AT, by_system, cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    """The cast."""
    return cast()


def test_accounts_come_with_who_posts_there_now(people):
    register.remove_poster(Poster.objects.of(people.school).get(person=people.head.person), **by_system)
    [only] = register_of(people.school, at=AT + timedelta(minutes=1))
    assert [poster.person.name for poster in only.posting] == ["Amara Begum"]


def test_closed_accounts_come_last(people):
    x = register.open_channel(people.school, platform="bluesky", name="Ours", **by_system)
    register.close_channel(x, **by_system)
    assert [one.platform for one in register_of(people.school, at=AT)] == ["facebook", "bluesky"]


def test_what_belongs_to_another_school_is_not_found(people):
    listed = Poster.objects.of(people.school).first()
    with pytest.raises(Poster.DoesNotExist):
        poster_on(people.other, listed.pk, at=AT)
    with pytest.raises(Channel.DoesNotExist):
        account(people.other, people.channel.pk)
