"""What somebody needs before they can post at a school: computed whenever it is asked for, and never stored."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from gatepost.channels.authority import demands_training
from gatepost.channels.models import Channel
from gatepost.handbook.acknowledging import acknowledged
from gatepost.handbook.queries import policy_in_force
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that somebody needs before they can post, in words, and whether they have it."""

    says: str
    met: bool


def needs(seat: Seat, *, posts_on: Iterable[Channel], at: datetime) -> list[Need]:
    """Return what somebody at a school needs before they can post there. Three queries.

    `posts_on` are the accounts on whose lists they stand. What the policy in force does not ask for is left out;
    without a policy nobody posts, and the list says so.
    """
    policy = policy_in_force(seat.school, on=timezone.localdate(at))
    found = [
        Need("A role that writes posts, such as poster", seat.may(Permission.WRITE_POSTS)),
        Need("A place on the list of people who post on an account", any(one.closed_on is None for one in posts_on)),
    ]
    if policy is None:
        return [*found, Need("A policy in force at the school", met=False)]
    accepted = acknowledged(seat.school, [seat.person], policy)[seat.person.pk]
    if accepted is not None:
        found.append(Need("To read the policy in force and accept it, on its page", accepted))
    if demands_training(policy.policy):
        until = seat.person.training_until
        trained = until is not None and until >= timezone.localdate(at)
        found.append(Need("Training that still holds", trained))
    return found
