"""The emergency stop, and incident mode."""

from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import Path, Router, Schema

from gatepost.api.caller import caller
from gatepost.api.shapes import IncidentIn, NoteIn, StopIn, Why
from gatepost.channels.queries import chosen
from gatepost.publishing.actions import incidents, stops
from gatepost.publishing.queries import incident_at, stop_at
from gatepost.schools.models import Person
from gatepost.schools.permissions import Permission

router = Router(tags=["publishing"])
_ANSWERS: dict[int, type[Schema]] = {200: NoteIn, 403: Why, 404: Why, 409: Why}


@router.post("/stop", response=_ANSWERS)
def stop(request: HttpRequest, school: Path[str], body: StopIn) -> dict[str, str]:
    """Stop all publishing."""
    seat = caller(request, school, Permission.STOP)
    made = stops.start(seat=seat, reason=body.reason, whole_trust=body.whole_trust, at=timezone.now())
    return {"note": made.reason}


@router.post("/stop/end", response=_ANSWERS)
def end_stop(request: HttpRequest, school: Path[str], body: NoteIn) -> dict[str, str]:
    """Let publishing go on."""
    seat = caller(request, school, Permission.STOP)
    found = stop_at(seat.school, at=timezone.now())
    if found is None:
        raise Http404
    stops.end(found, seat=seat, note=body.note, at=timezone.now())
    return {"note": body.note}


@router.post("/incident", response=_ANSWERS)
def declare(request: HttpRequest, school: Path[str], body: IncidentIn) -> dict[str, str]:
    """Declare an incident: only these accounts and people speak."""
    seat = caller(request, school, Permission.DECLARE_INCIDENT)
    made = incidents.declare(
        seat=seat, reason=body.reason, whole_trust=body.whole_trust, at=timezone.now(),
        channels=chosen(seat.school.trust, body.channels),
        people=Person.objects.filter(trust=seat.school.trust, pk__in=body.people),
    )  # fmt: skip
    return {"note": made.reason}


@router.post("/incident/end", response=_ANSWERS)
def end_incident(request: HttpRequest, school: Path[str], body: NoteIn) -> dict[str, str]:
    """End an incident, with a note."""
    seat = caller(request, school, Permission.DECLARE_INCIDENT)
    found = incident_at(seat.school, at=timezone.now())
    if found is None:
        raise Http404
    incidents.end(found, seat=seat, note=body.note, at=timezone.now())
    return {"note": body.note}
