"""Incident mode and the emergency stop: how things stand, and who may change it."""

from collections.abc import Callable, Sequence
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone

from gatepost.channels.queries import chosen
from gatepost.handbook.incidents import incident_clauses
from gatepost.handbook.queries import InForce, policy_in_force
from gatepost.policy.document import Point
from gatepost.publishing.actions import incidents, stops
from gatepost.publishing.queries import incidents_at, stops_at
from gatepost.publishing.speaking import accounts, speakers
from gatepost.schools.errors import NotAllowed, UnableTo
from gatepost.schools.models import Person
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat
from gatepost.web.forms.incidents import Sent, sent
from gatepost.web.page import school_page
from gatepost.web.posting import post_only


@school_page(Permission.SEE_POLICY)
def incident_page(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show how things stand, to everybody; to who may, what they can do about it."""
    return _page(request, seat, Sent())


@post_only("incident")
@school_page(Permission.DECLARE_INCIDENT)
def declare(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Declare an incident."""
    said = sent("declare", request.POST)
    channels = chosen(seat.school.trust, said.channels)
    people = Person.objects.filter(trust=seat.school.trust_id, pk__in=said.people)
    if missing := _missing(seat, said):
        return _page(request, seat, said, problems=missing)
    return _done(request, seat, said, incidents.declare, "The incident is declared.", reason=said.words,
                 channels=channels, people=people, whole_trust=said.whole_trust)  # fmt: skip


@post_only("incident")
@school_page(Permission.DECLARE_INCIDENT)
def end_incident(request: HttpRequest, seat: Seat, pk: int) -> HttpResponse:
    """End an incident, with a note."""
    said, held = sent("incident_end", request.POST, pk=pk), _one(incidents_at(seat.school, at=timezone.now()), pk)
    return _done(request, seat, said, incidents.end, "The incident is ended.", held, note=said.words)


@post_only("incident")
@school_page(Permission.STOP)
def stop(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Stop all publishing."""
    said = sent("stop", request.POST)
    says = "All publishing is stopped."
    return _done(request, seat, said, stops.start, says, reason=said.words, whole_trust=said.whole_trust)


@post_only("incident")
@school_page(Permission.STOP)
def end_stop(request: HttpRequest, seat: Seat, pk: int) -> HttpResponse:
    """Let publishing go on."""
    said, held = sent("stop_end", request.POST, pk=pk), _one(stops_at(seat.school, at=timezone.now()), pk)
    return _done(request, seat, said, stops.end, "Publishing goes on.", held, note=said.words)


def _one(rows: list[Any], pk: int) -> Any:
    for row in rows:
        if row.pk == pk:
            return row
    raise Http404


def _done(
    request: HttpRequest, seat: Seat, said: Sent, act: Callable[..., Any], says: str, *held: Any, **what: Any
) -> HttpResponse:
    try:
        act(*held, seat=seat, at=timezone.now(), **what)
    except (NotAllowed, UnableTo) as refusal:
        return _page(
            request, seat, said, problems=[(_WORDS.get(said.form, f"note-{said.form}-{said.pk}"), str(refusal))]
        )
    messages.success(request, says)
    return redirect("incident", school=seat.school.slug)


def _missing(seat: Seat, said: Sent) -> list[tuple[str, str]]:
    """Return all that an incident cannot be declared without and that was not given, with where it is given."""
    offered = _choices(seat)
    asked = (
        (said.words.strip(), "incident-words", "Say what staff may know of it, in a few words."),
        (said.channels or not offered["channels"], "incident-channels", "Choose which accounts may speak."),
        (said.people or not offered["speakers"], "incident-people", "Choose who may post on them."),
    )
    return [(place, what) for there, place, what in asked if not there]


def _page(request: HttpRequest, seat: Seat, said: Sent, *, problems: Sequence[tuple[str, str]] = ()) -> HttpResponse:
    now = timezone.now()
    policy, on = policy_in_force(seat.school, on=timezone.localdate(now)), incidents_at(seat.school, at=now)
    clauses, central = incident_clauses(policy.policy) if policy else (), "central_team" in seat.roles
    may = bool(clauses) and seat.may(Permission.DECLARE_INCIDENT) and (central or not on)
    shown = {"stops": stops_at(seat.school, at=now), "incidents": on, "said": said, "problems": problems,
             "clauses": clauses, "points": _points(policy), "central": central, "may_declare": may,
             **(_choices(seat) if may else {})}  # fmt: skip
    return render(request, "incidents/incident.html", shown, status=422 if problems else 200)


def _points(policy: InForce | None) -> list[tuple[str, Point]]:
    """Return what the policy says of who speaks during an incident, with the document that says it."""
    points = policy.policy.document.points if policy else ()
    return [(policy.policy.id, one) for one in points if policy and any(
        carrier.control and carrier.control.family == "incident" for carrier in one.carriers)]  # fmt: skip


def _choices(seat: Seat) -> dict[str, Any]:
    """Return the accounts and people from whom those who may speak are chosen: the trust's accounts for its team."""
    now = timezone.now()
    return {"channels": accounts(seat, at=now).select_related("school"), "speakers": speakers(seat, at=now)}


_WORDS = {"declare": "incident-words", "stop": "stop-words"}
"""Form → the id of its words. Those that end something have one for each."""
_HERE = "<slug:school>/incident/"

urlpatterns = [
    path(_HERE, incident_page, name="incident"),
    path(f"{_HERE}declare/", declare, name="incident_declare"),
    path(f"{_HERE}<int:pk>/end/", end_incident, name="incident_end"),
    path(f"{_HERE}stop/", stop, name="stop"),
    path(f"{_HERE}stop/<int:pk>/end/", end_stop, name="stop_end"),
]
