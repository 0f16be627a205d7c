"""From whom those are chosen who speak during an incident, and where."""

from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone

from gatepost.channels.models import Channel
from gatepost.channels.queries import open_channels, open_in_trust
from gatepost.schools.models import Person
from gatepost.schools.permissions import Permission
from gatepost.schools.queries import seats
from gatepost.schools.seat import Seat


def accounts(seat: Seat, *, at: datetime) -> QuerySet[Channel]:
    """Return the accounts that may be named: the school's own that are open, and all of the trust's for its team."""
    if "central_team" in seat.roles:
        return open_in_trust(seat.school.trust)
    return open_channels(seat.school, on=timezone.localdate(at))


def speakers(seat: Seat, *, at: datetime) -> list[Person]:
    """Return the people who may be named: those at the school who may post."""
    return [one.person for one in seats(seat.school, at=at) if one.may(Permission.HAND_OVER)]
