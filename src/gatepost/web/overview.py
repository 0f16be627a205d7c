"""The schools of somebody who works at several: what waits at each, and whether all is as usual there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from gatepost.handbook.incidents import has_incident_mode
from gatepost.handbook.queries import policies_in_force
from gatepost.publishing.models import Incident, Stop
from gatepost.publishing.queue import waiting_by_school
from gatepost.schools.models import School
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat


@dataclass(frozen=True, slots=True)
class Place:
    """A school. `waiting` is how many posts wait for sign-off there; None for whoever does not see posts there.

    `oversees` tells whether its accounts stand on the page of every school's accounts, for whoever asks.
    """

    school: School
    waiting: int | None
    stopped: bool
    in_incident: bool
    oversees: bool


def overview(seats: Sequence[Seat], *, at: datetime) -> list[Place]:
    """Return how the schools of these seats of one person stand. Three queries, and two more during an incident."""
    if not seats:
        return []
    trust = seats[0].school.trust
    waiting = waiting_by_school(trust)
    stopped, declared = (
        set(model.objects.filter(trust=trust, ended_at__isnull=True).values_list("school", flat=True))
        for model in (Stop, Incident)
    )
    policies = policies_in_force(trust, on=timezone.localdate(at)) if declared else {}
    speaks = {school for school, held in policies.items() if has_incident_mode(held.policy)}
    return [
        Place(
            seat.school,
            waiting.get(seat.school.pk, 0) if seat.may(Permission.SEE_POSTS) else None,
            stopped=bool(stopped & {seat.school.pk, None}),
            in_incident=seat.school.pk in speaks and bool(declared & {seat.school.pk, None}),
            oversees=seat.may(Permission.SEE_TRUST_CHANNELS),
        )
        for seat in seats
    ]
