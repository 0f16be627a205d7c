"""What stops posting on an account: one answer, the gravest first."""

from datetime import date

import pytest

from gatepost.channels.models import Channel
from gatepost.channels.stops import STOPS, shut

TODAY = date(2026, 11, 20)
CLOSING, TRIAL = {"closing_on": date(2026, 11, 1)}, {"trial_until": date(2026, 11, 1)}


def account(*, locked=False, **said):
    """An account on Facebook, read with whether it is locked."""
    channel = Channel(platform="facebook", name="Brookfield", **{"opened_on": date(2026, 9, 1), **said})
    channel.is_locked = locked
    return channel


@pytest.mark.parametrize(
    ("channel", "by"),
    [
        (account(), None), (account(locked=True), "locked"), (account(**CLOSING), "closing"),
        (account(**TRIAL), "trial"), (account(opened_on=date(2026, 11, 21)), "not_open"),
        (account(kind="associated"), "associated"), (account(closed_on=TODAY), "closed"),
        (account(locked=True, **CLOSING), "locked"), (account(locked=True, closed_on=TODAY), "closed"),
    ],
)  # fmt: skip
def test_what_stops_posting_is_said_once_a_lock_before_what_was_planned(channel, by):
    stop = shut(channel, on=TODAY)
    assert (stop.by if stop else None) == by
    assert stop is None or (stop.word == STOPS[by] and "Brookfield on Facebook" in stop.says)


def test_what_was_planned_is_not_among_what_is_to_be_put_right():
    meant = {one for one, said in (("closing", CLOSING), ("trial", TRIAL)) if shut(account(**said), on=TODAY).is_meant}
    assert (meant, shut(account(locked=True), on=TODAY).is_meant) == ({"closing"}, False)


def test_an_account_that_was_read_without_asking_is_not_taken_for_one_that_is_safe():
    with pytest.raises(AttributeError, match="is_locked"):
        shut(Channel(platform="facebook", name="Brookfield", opened_on=TODAY), on=TODAY)
