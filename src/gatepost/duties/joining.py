"""What somebody needs before they can post at a school: computed whenever it is asked for, and never stored."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from gatepost.channels.authority import demands_training
from gatepost.channels.queries import accounts_for
from gatepost.handbook.acknowledging import acknowledged
from gatepost.handbook.queries import policy_in_force
from gatepost.schools.models import Person, School
from gatepost.schools.permissions import Permission
from gatepost.schools.queries import seat


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that somebody needs before they can post, in words, and whether they have it."""

    says: str
    met: bool


def needs(person: Person, school: School, *, at: datetime) -> list[Need]:
    """Return what somebody needs before they can post on an account of a school. Four queries.

    What the policy in force does not ask for is left out; without a policy nobody posts, and the list says so.
    """
    here, policy = seat(person, school, at=at), policy_in_force(school, on=timezone.localdate(at))
    listed = any(getattr(row, "listed", False) for row in accounts_for(person, school, at=at))
    found = [
        Need("A role that writes posts, such as poster", here.may(Permission.WRITE_POSTS)),
        Need("A place on the list of people who post on an account", listed),
    ]
    if policy is None:
        return [*found, Need("A policy in force at the school", met=False)]
    accepted = acknowledged(school, [person], policy)[person.pk]
    if accepted is not None:
        found.append(Need("To read the policy in force and accept it, on its page", accepted))
    if demands_training(policy.policy):
        until = person.training_until
        trained = until is not None and until >= timezone.localdate(at)
        found.append(Need("Training that still holds", trained))
    return found
