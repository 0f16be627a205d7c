"""Whether a channel is open, and whether a person may post on it."""

from datetime import date, datetime

from gatepost.channels.models import Channel, Poster
from gatepost.schools.errors import NotAllowed
from gatepost.schools.models import Person


def check_is_open(channel: Channel, *, on: date) -> None:
    """Raise NotAllowed where the account is closed, or not open yet."""
    if channel.closed_on is not None and channel.closed_on <= on:
        raise NotAllowed(f"{channel} was closed on {channel.closed_on:%-d %B %Y}. Choose another account.")
    if channel.opened_on > on:
        raise NotAllowed(f"{channel} opens on {channel.opened_on:%-d %B %Y}. Choose another account.")


def is_poster(person: Person, channel: Channel, *, at: datetime) -> bool:
    """Return whether a person is on the channel's list of approved posters at a moment."""
    listed = Poster.objects.of(channel.school_id).filter(channel=channel, person=person, since__lte=at)
    return listed.exclude(until__lte=at).exists()


def check_can_post(person: Person, channel: Channel, *, at: datetime) -> None:
    """Raise NotAllowed where a person is not an approved poster of a channel at a moment."""
    if not is_poster(person, channel, at=at):
        raise not_listed(channel)


def not_listed(channel: Channel) -> NotAllowed:
    """Return the refusal of somebody who is not an approved poster of a channel."""
    return NotAllowed(f"You are not on the list of people who post on {channel}. The head can add you.")
