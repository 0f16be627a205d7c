"""Whether a channel is open and in order, and whether a person may post on it.

Authority to post is computed whenever it is asked for, and never stored: it lapses by itself when any part of it does.
"""

from datetime import date, datetime

from gatepost.channels.authority import Authority
from gatepost.channels.models import Channel
from gatepost.channels.queries import accounts_for
from gatepost.channels.standing import Standing
from gatepost.channels.stops import by_days, by_policy
from gatepost.schools.errors import NotAllowed
from gatepost.schools.models import Person


def check_is_open(channel: Channel, *, on: date) -> None:
    """Raise NotAllowed where the account is closed, or not open yet."""
    if (stop := by_days(channel, on=on)) is not None:
        raise NotAllowed(stop.says)


def why_shut(channel: Channel, *, on: date) -> str:
    """Return why nothing may be posted on a channel on a day, as far as its days go; empty where something may."""
    stop = by_days(channel, on=on)
    return stop.says if stop else ""


def check_in_order(standing: Standing) -> None:
    """Raise NotAllowed where the policy does not count an account as official, or something it demands has lapsed."""
    if (stop := by_policy(standing)) is not None:
        raise NotAllowed(f"{stop.says} {_TO_THE_REGISTER}")


_TO_THE_REGISTER = "Whoever keeps the accounts can put it right on the page of the account."


def is_poster(person: Person, channel: Channel, *, at: datetime) -> bool:
    """Return whether a person is on the channel's list of approved posters at a moment, by name or by role."""
    rows = accounts_for(person, channel.school, at=at).filter(pk=channel.pk)
    return any(getattr(row, "listed", False) for row in rows)


def check_can_post(person: Person, channel: Channel, *, at: datetime) -> None:
    """Raise NotAllowed where a person is not an approved poster of a channel at a moment."""
    if not is_poster(person, channel, at=at):
        raise not_listed(channel)


def check_may_post(authority: Authority) -> None:
    """Raise NotAllowed, saying which part of somebody's authority to post on an account has lapsed."""
    if authority.lapsed:
        raise NotAllowed(authority.lapsed[0])


def not_listed(channel: Channel) -> NotAllowed:
    """Return the refusal of somebody who is not an approved poster of a channel."""
    return NotAllowed(f"You are not on the list of people who post on {channel}. The head can add you.")
