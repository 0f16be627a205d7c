"""The schools of somebody who works at several: what waits at each, and whether all is as usual there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q

from gatepost.handbook.incidents import clauses_of_adopted
from gatepost.publishing.queue import waiting_by_school
from gatepost.schools.models import HeldRole, Person
from gatepost.schools.permissions import Permission
from gatepost.schools.roles import permissions_of


@dataclass(frozen=True, slots=True)
class Place:
    """A school. `waiting` is how many posts wait for sign-off there; None for whoever does not see posts there.

    `oversees` tells whether its accounts stand on the page of every school's accounts, for whoever asks.
    """

    school: Any
    waiting: int | None
    stopped: bool
    in_incident: bool
    oversees: bool


def overview(person: Person, schools: Iterable[Any], *, at: datetime) -> list[Place]:
    """Return how these schools of `schools_with_news` stand, for somebody who holds a role at each. Two queries."""
    held, waiting = _held(person, at=at), waiting_by_school(person.trust)
    return [_place(one, held.get(None, frozenset()) | held.get(one.pk, frozenset()), waiting) for one in schools]


def _place(school: Any, roles: frozenset[str], waiting: dict[int, int]) -> Place:
    may = permissions_of(roles)
    incident = school.incident_reason is not None and bool(clauses_of_adopted(school.own_policy, school.trusts_policy))
    count = waiting.get(school.pk, 0) if Permission.SEE_POSTS in may else None
    return Place(school, count, school.stop_reason is not None, incident, Permission.SEE_TRUST_CHANNELS in may)


def _held(person: Person, *, at: datetime) -> dict[int | None, frozenset[str]]:
    """Return a person's roles by school; those at every school of the trust under None."""
    now = Q(since__lte=at) & (Q(until__isnull=True) | Q(until__gt=at))
    found: dict[int | None, frozenset[str]] = {}
    for school, role in HeldRole.objects.filter(now, person=person).values_list("school", "role"):
        found[school] = found.get(school, frozenset()) | {role}
    return found
