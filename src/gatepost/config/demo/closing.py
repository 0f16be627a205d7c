"""Close an account of the demonstration as its page asks for it, step by step."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from django.utils import timezone

from gatepost.channels.actions import closing as steps
from gatepost.channels.models import Channel
from gatepost.duties.actions import closing
from gatepost.schools.seat import Seat

PROOFS: Final[Mapping[str, str]] = {
    "announce_there": "The last post says where we are from now on. It is pinned to the top.",
    "announce_elsewhere": "In the newsletter, two weeks before, and on the website.",
    "redirect": "The description sends everybody to the website.",
    "archive": "On the school’s server, in the folder of records.",
    "website": "The foot of every page, and the page of contacts.",
    "privacy_notice": "The new notice names it no more.",
    "handle": "The office keeps the empty account, and signs in each term.",
    "access": "The office looked at the list: nobody else is left, and no app.",
}
"""Slug of a step → what the head wrote. Invented, as everything here is."""


def close_in_order(channel: Channel, *, head: Seat, at: datetime) -> None:
    """Close an account on the day, with every step done by the head."""
    today = timezone.localdate(at)
    closing.start(channel, closing_on=today, seat=head, at=at)
    for slug, proof in PROOFS.items():
        steps.settle(channel, step=slug, proof=proof, seat=head, at=at)
    closing.close(channel, closed_on=today, seat=head, at=at)
