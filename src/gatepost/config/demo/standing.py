"""Have the people of the invented trust accept its policies, and look after its accounts."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from django.utils import timezone

from gatepost.channels.actions import looking
from gatepost.channels.queries import open_channels
from gatepost.handbook.actions.acknowledging import acknowledge
from gatepost.publishing.asking import policy_now
from gatepost.schools.models import School
from gatepost.schools.queries import seats
from gatepost.schools.seat import Seat

_LOOKED_AT: Final = {
    "mfa": "Signed in on a second computer, and a code was asked for",
    "privacy_settings": "Went through the settings page by page",
    "administrators": "Compared the account’s own list with the register",
}
"""Kind of check → how it was made. Nothing that would stop a post is left open."""


def accept_policy(school: School, *, but: Iterable[str], at: datetime) -> None:
    """Have everybody at a school accept the policy in force, but for those who hold one of these roles alone."""
    policy = policy_now(school, at=at)
    waiting = frozenset(but)
    for one in seats(school, at=at):
        if not one.roles <= waiting:
            acknowledge(seat=one, seen=policy.digest, at=at)


def look_after(school: School, *, head: Seat, at: datetime) -> None:
    """Have the head look at every open account."""
    for channel in open_channels(school, on=timezone.localdate(at)):
        for kind, how in _LOOKED_AT.items():
            looking.record_check(channel, kind=kind, found="in_order", how=how, seat=head, at=at)
