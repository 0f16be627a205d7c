"""Whether an account is open, and whether somebody posts there, on the day in question."""

from datetime import date, timedelta

import pytest

from gatepost.channels.actions import register
from gatepost.channels.checks import check_can_post, check_is_open, is_poster
from gatepost.channels.models import Channel, Poster
from gatepost.schools.errors import NotAllowed
from tests.cast import AT, by_system, cast

FACEBOOK = {"platform": "facebook", "name": "Brookfield", "opened_on": date(2026, 9, 1)}
CLOSED = Channel(**FACEBOOK, closed_on=date(2026, 11, 20))
SHUT = {
    "on the day that it closed": (CLOSED, date(2026, 11, 20), "was closed on 20 November 2026"),
    "after it closed": (CLOSED, date(2027, 1, 1), "was closed on 20 November 2026"),
    "while it is being closed": (
        Channel(**FACEBOOK, closing_on=date(2026, 11, 1)),
        date(2026, 11, 1),
        "since 1 November 2026",
    ),
    "after its trial": (
        Channel(**FACEBOOK, trial_until=date(2026, 11, 1)),
        date(2026, 11, 2),
        "ended on 1 November 2026",
    ),
    "where others run it": (Channel(**FACEBOOK, kind="associated"), date(2026, 11, 2), "is not the school’s own"),
    "before it opened": (Channel(**FACEBOOK), date(2026, 8, 31), "opens on 1 September 2026"),
}
OPEN = {
    "on the day that it opened": (Channel(**FACEBOOK), date(2026, 9, 1)),
    "the day before it closed": (CLOSED, date(2026, 11, 19)),
    "the day before its closing begins": (Channel(**FACEBOOK, closing_on=date(2026, 11, 20)), date(2026, 11, 19)),
    "on the last day of its trial": (Channel(**FACEBOOK, trial_until=date(2026, 11, 1)), date(2026, 11, 1)),
}


@pytest.mark.parametrize(("channel", "on", "says"), SHUT.values(), ids=SHUT)
def test_an_account_that_is_shut_says_since_or_until_when(channel, on, says):
    with pytest.raises(NotAllowed, match=says):
        check_is_open(channel, on=on)


@pytest.mark.parametrize(("channel", "on"), OPEN.values(), ids=OPEN)
def test_an_account_that_is_open_passes(channel, on):
    check_is_open(channel, on=on)
    assert channel.opened_on <= on


@pytest.mark.django_db
def test_whoever_is_on_the_list_posts():
    found = cast()
    check_can_post(found.amara.person, found.channel, at=AT)
    assert is_poster(found.amara.person, found.channel, at=AT)


@pytest.mark.django_db
def test_whoever_is_not_on_the_list_is_told_who_can_add_them():
    found = cast()
    with pytest.raises(NotAllowed, match="The head can add you"):
        check_can_post(found.ben.person, found.channel, at=AT)


@pytest.mark.django_db
@pytest.mark.parametrize(("days", "listed"), [(-1, False), (0, True), (1, True), (2, False), (3, False)])
def test_somebody_is_on_the_list_from_then_until_then(days, listed):
    found = cast()
    poster = Poster.objects.of(found.school).get(person=found.amara.person)
    register.remove_poster(poster, **{**by_system, "at": AT + timedelta(days=2)})
    assert is_poster(found.amara.person, found.channel, at=AT + timedelta(days=days)) is listed
