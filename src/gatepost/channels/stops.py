"""Why nothing can be posted on an account: one answer for posts that wait, pages, files and programs. No database."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from gatepost.channels.models import Channel
from gatepost.channels.standing import Standing

LOCKED: Final = "{} is locked, since somebody else may have got into it. Nothing goes out."

STOPS: Final[Mapping[str, str]] = {
    "closed": "Closed",
    "locked": "Locked",
    "closing": "Being closed",
    "trial": "Trial over",
    "associated": "Run by others",
    "not_open": "Not open yet",
    "against": "Not official",
    "lapse": "Posting is stopped",
}
"""Slug → what stops posting on an account, in a word or two."""

_SHOWN_APART: Final = frozenset({"against", "lapse"})
_MEANT: Final = frozenset({"closed", "closing", "associated", "not_open"})


@dataclass(frozen=True, slots=True)
class Stop:
    """What stops posting on an account: `by` is a slug of STOPS, `says` is what whoever wants to post reads."""

    by: str
    says: str

    @property
    def word(self) -> str:
        """What it is, in a word or two."""
        return STOPS[self.by]

    @property
    def is_meant(self) -> bool:
        """Return whether somebody wants it so; else it is to be put right."""
        return self.by in _MEANT

    @property
    def is_told_elsewhere(self) -> bool:
        """Return whether a list tells it beside: by the clauses of the policy, and by the checks that lapsed."""
        return self.by in _SHOWN_APART


def by_days(channel: Channel, *, on: date) -> Stop | None:
    """Return what stops posting on an account on a day, as far as its days go."""
    if channel.closed_on is not None and channel.closed_on <= on:
        return Stop("closed", f"{channel} was closed on {channel.closed_on:%-d %B %Y}. Choose another account.")
    if channel.closing_on is not None and channel.closing_on <= on:
        since = f"{channel.closing_on:%-d %B %Y}"
        return Stop("closing", f"Nothing is posted on {channel} since {since}: it is being closed.")
    if channel.trial_until is not None and channel.trial_until < on:
        ended = f"{channel.trial_until:%-d %B %Y}"
        return Stop(
            "trial", f"The trial of {channel} ended on {ended}. Whoever keeps the accounts can keep or close it."
        )
    if channel.kind == "associated":
        return Stop("associated", f"{channel} is not the school’s own account. Choose another account.")
    if channel.opened_on > on:
        return Stop("not_open", f"{channel} opens on {channel.opened_on:%-d %B %Y}. Choose another account.")
    return None


def shut(channel: Channel, *, on: date) -> Stop | None:
    """Return what stops posting on an account whatever the policy says: its days, or a lock.

    The account says with `is_locked` whether it is locked, as `conditions.is_locked` finds it.
    """
    days = by_days(channel, on=on)
    if days is not None and days.by == "closed":
        return days
    return Stop("locked", LOCKED.format(channel)) if _is_locked(channel) else days


def by_policy(standing: Standing) -> Stop | None:
    """Return what stops posting on an account by the policy: that it is not official, or what it demands lapsed."""
    channel = standing.channel
    if standing.against:
        return Stop("against", f"{channel} does not count as an official account ({standing.against[0].ref}).")
    if standing.stops:
        lapse = standing.stops[0]
        said = f"Nothing can be posted on {channel} now. {lapse.says} The policy asks for it ({lapse.demand.ref})."
        return Stop("lapse", said)
    return None


def stop(standing: Standing, *, on: date) -> Stop | None:
    """Return what stops posting on an account as it stands on a day; None where its posters can post.

    The account says with `is_locked` whether it is locked, as `conditions.is_locked` finds it.
    """
    return shut(standing.channel, on=on) or by_policy(standing)


def _is_locked(channel: Any) -> bool:
    # No default: an account that was read without asking is not taken for one that nobody else got into.
    return bool(channel.is_locked)
