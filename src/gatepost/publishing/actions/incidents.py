"""Incident mode: only the named people and accounts speak."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from django.db import transaction

from gatepost.audit.actions.events import record
from gatepost.channels.models import Channel
from gatepost.handbook.incidents import has_incident_mode
from gatepost.publishing.actions.stops import check_reaches, once
from gatepost.publishing.asking import policy_now
from gatepost.publishing.models import Incident
from gatepost.publishing.reasons import written
from gatepost.publishing.speaking import accounts, speakers
from gatepost.schools.errors import UnableTo
from gatepost.schools.models import Person
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat

_ALREADY: Final = "An incident is on already."


@transaction.atomic
def declare(
    *, seat: Seat, reason: str, channels: Iterable[Channel], people: Iterable[Person], at: datetime,
    whole_trust: bool = False,
) -> Incident:  # fmt: skip
    """Declare an incident. From now on only these people publish, and only on these accounts.

    Raises UnableTo where the school's policy has no such mode: then the emergency stop is there; and where no account
    or nobody is named, while there are some to name. Those of another trust count for nothing.
    """
    check_reaches(seat, whole_trust=whole_trust, permission=Permission.DECLARE_INCIDENT)
    if not has_incident_mode(policy_now(seat.school, at=at).policy):
        raise UnableTo(f"The policy of {seat.school} says nothing of who speaks during an incident. "
                       "You can stop all publishing instead.")  # fmt: skip
    why = written(reason, missing="Say what staff may know of it, in a few words.")
    trust = seat.school.trust
    named = [one for one in channels if one.school.trust_id == trust.pk]
    speaking = [one for one in people if one.trust_id == trust.pk]
    if not named and accounts(seat, at=at).exists():
        raise UnableTo("Choose which accounts may speak.")
    if not speaking and speakers(seat, at=at):
        raise UnableTo("Choose who may post on them.")
    school = None if whole_trust else seat.school
    if Incident.objects.filter(trust=trust, school=school, ended_at__isnull=True).exists():
        raise UnableTo(_ALREADY)
    with once(_ALREADY):
        incident = Incident.objects.create(
            trust=trust, school=school, reason=why, declared_by=seat.person, declared_at=at
        )
    incident.channels.set(named)
    incident.people.set(speaking)
    _record("incident.declared", incident, seat, at=at, reason=incident.reason)
    return incident


@transaction.atomic
def end(incident: Incident, *, seat: Seat, note: str, at: datetime) -> None:
    """End an incident, with a note of how."""
    check_reaches(seat, whole_trust=incident.school_id is None, permission=Permission.DECLARE_INCIDENT)
    incident = Incident.objects.select_for_update().get(pk=incident.pk, trust=seat.school.trust)
    if incident.ended_at is not None:
        raise UnableTo("This incident has been ended already.")
    how = written(note, missing="Write a note: how it ended, and what staff should know.")
    incident.ended_at, incident.ended_by, incident.note = at, seat.person, how
    incident.save(update_fields=["ended_at", "ended_by", "note"])
    _record("incident.ended", incident, seat, at=at, reason=incident.note)


def _record(kind: str, incident: Incident, seat: Seat, *, at: datetime, reason: str) -> None:
    record(kind, by=seat.actor, at=at, trust=seat.school.trust.slug, subject=f"incident:{incident.pk}",
           school=incident.school.slug if incident.school else "", facts={"reason": reason})  # fmt: skip
