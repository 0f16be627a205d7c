"""Accounts on which nobody posts."""

from datetime import timedelta

import pytest

from gatepost.audit.actor import SYSTEM
from gatepost.channels.actions import register
from gatepost.duties.actions import chasing
from gatepost.duties.models import Duty
from gatepost.publishing.actions import stale
from tests.cast import AT, by_system, cast, published

pytestmark = pytest.mark.django_db
LONG = timedelta(days=91)


def asked(people, *, after):
    """The accounts that somebody is asked about, some time after the cast met."""
    return [one.name for one in stale.stale(people.school, at=AT + after)]


@pytest.mark.parametrize(("after", "names"), [(timedelta(days=89), []), (LONG, ["Brookfield Primary"])])
def test_an_account_is_stale_once_nobody_has_posted_there_for_ninety_days(after, names):
    people = cast()
    published(people)
    assert asked(people, after=after) == names


def test_whoever_keeps_the_account_is_asked_once(mailoutbox, django_capture_on_commit_callbacks):
    people = cast()
    with django_capture_on_commit_callbacks(execute=True):
        new = [stale.ask(people.school, by=SYSTEM, at=AT + LONG + timedelta(days=n)) for n in range(3)]
    [duty] = Duty.objects.of(people.school).filter(about__endswith=":still_wanted")
    assert (new, duty.owner, "keep it, and say why, or close it" in mailoutbox[0].body) == (
        [1, 0, 0], people.head.person, True,
    )  # fmt: skip


def test_a_reason_to_keep_it_holds_for_three_months_and_finishes_the_task():
    people = cast()
    stale.ask(people.school, by=SYSTEM, at=AT + LONG)
    chasing.record_check(people.channel, kind="still_wanted", found="in_order", how="For the summer fair",
                         seat=people.head, at=AT + LONG)  # fmt: skip
    left = Duty.objects.of(people.school).filter(about__endswith=":still_wanted", done_at=None)
    assert (left.count(), asked(people, after=2 * LONG - timedelta(days=5)), asked(people, after=2 * LONG + LONG)) == (
        0, [], ["Brookfield Primary"],
    )  # fmt: skip


def test_a_closed_account_is_left_in_peace():
    people = cast()
    register.close_channel(people.channel, **by_system)
    assert asked(people, after=LONG) == []
