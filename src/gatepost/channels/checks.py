"""Whether a channel is open and in order, and whether a person may post on it.

Authority to post is computed whenever it is asked for, and never stored: it lapses by itself when any part of it does.
"""

from datetime import date, datetime

from gatepost.channels.authority import Authority
from gatepost.channels.models import Channel
from gatepost.channels.queries import accounts_for
from gatepost.channels.standing import Standing
from gatepost.schools.errors import NotAllowed
from gatepost.schools.models import Person


def check_is_open(channel: Channel, *, on: date) -> None:
    """Raise NotAllowed where the account is closed, or not open yet."""
    if channel.closed_on is not None and channel.closed_on <= on:
        raise NotAllowed(f"{channel} was closed on {channel.closed_on:%-d %B %Y}. Choose another account.")
    if channel.closing_on is not None and channel.closing_on <= on:
        raise NotAllowed(f"Nothing is posted on {channel} since {channel.closing_on:%-d %B %Y}: it is being closed.")
    if channel.trial_until is not None and channel.trial_until < on:
        ended = f"{channel.trial_until:%-d %B %Y}"
        raise NotAllowed(f"The trial of {channel} ended on {ended}. Whoever keeps the accounts can keep or close it.")
    if channel.kind == "associated":
        raise NotAllowed(f"{channel} is not the school’s own account. Choose another account.")
    if channel.opened_on > on:
        raise NotAllowed(f"{channel} opens on {channel.opened_on:%-d %B %Y}. Choose another account.")


def why_shut(channel: Channel, *, on: date) -> str:
    """Return why nothing may be posted on a channel on a day, as far as its days go; empty where something may."""
    try:
        check_is_open(channel, on=on)
    except NotAllowed as refusal:
        return str(refusal)
    return ""


def check_in_order(standing: Standing) -> None:
    """Raise NotAllowed where the policy does not count an account as official, or something it demands has lapsed."""
    if why := trouble(standing):
        raise NotAllowed(f"{why} {_TO_THE_REGISTER}")


def trouble(standing: Standing) -> str:
    """Return why nothing can be posted on an account as it stands, in sentences; empty where it is in order."""
    channel = standing.channel
    if standing.against:
        return f"{channel} does not count as an official account ({standing.against[0].ref})."
    if standing.stops:
        lapse = standing.stops[0]
        return f"Nothing can be posted on {channel} now. {lapse.says} The policy asks for it ({lapse.demand.ref})."
    return ""


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
