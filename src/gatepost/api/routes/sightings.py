"""Accounts that may be taken for the school's: reported, decided about, and what follows."""

from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import Path, Router

from gatepost.api.caller import caller
from gatepost.api.channel_shapes import (
    DecisionIn,
    ProofIn,
    ShownIn,
    SightingIn,
    SightingOut,
    account_of,
    sighting_out,
)
from gatepost.api.shapes import Id, Why
from gatepost.channels.actions import sightings as kept
from gatepost.channels.models import Sighting
from gatepost.channels.sighted import reported
from gatepost.channels.sighted import sighting as row_of
from gatepost.duties.actions import sightings as decided
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat

router = Router(tags=["sightings"])
_REFUSED = {403: Why, 404: Why, 409: Why}
MOST = 200
"""How many reports are listed at once: those that wait first."""


@router.get("/sightings", response={200: list[SightingOut], **_REFUSED})
def sightings(request: HttpRequest, school: Path[str]) -> list[SightingOut]:
    """Return the reports, those first that wait for a decision: 200 at the most."""
    seat = caller(request, school, Permission.SEE_CHANNELS)
    return [sighting_out(row) for row in reported(seat.school)[:MOST]]


@router.post("/sightings", response={200: SightingOut, **_REFUSED})
def report(request: HttpRequest, school: Path[str], body: SightingIn) -> SightingOut:
    """Report an account that may be taken for the school's. Nothing opens its address."""
    seat = caller(request, school, Permission.SEE_POLICY)
    return sighting_out(kept.report(account_of(body), note=body.note, seat=seat, at=timezone.now()))


@router.get("/sightings/{sighting}", response={200: SightingOut, **_REFUSED})
def sighting(request: HttpRequest, school: Path[str], sighting: Path[Id]) -> SightingOut:
    """Return one report."""
    return sighting_out(_row(caller(request, school, Permission.SEE_CHANNELS), sighting))


@router.post("/sightings/{sighting}/decide", response={200: SightingOut, **_REFUSED})
def decide(request: HttpRequest, school: Path[str], sighting: Path[Id], body: DecisionIn) -> SightingOut:
    """Decide what it is, once. What follows becomes a task of the caller."""
    seat = caller(request, school, Permission.MANAGE_CHANNELS)
    return sighting_out(decided.decide(_row(seat, sighting), seat=seat, at=timezone.now(), **body.dict()))


@router.post("/sightings/{sighting}/done", response={200: SightingOut, **_REFUSED})
def done(request: HttpRequest, school: Path[str], sighting: Path[Id], body: ProofIn) -> SightingOut:
    """Say that the next step is done."""
    seat = caller(request, school, Permission.MANAGE_CHANNELS)
    row = _row(seat, sighting)
    decided.finish(row, proof=body.proof, seat=seat, at=timezone.now())
    return sighting_out(row)


@router.post("/sightings/{sighting}/show", response={200: SightingOut, **_REFUSED})
def show(request: HttpRequest, school: Path[str], sighting: Path[Id], body: ShownIn) -> SightingOut:
    """List a fake on the public page as not the school's, or no more. The head alone may."""
    seat = caller(request, school, Permission.MANAGE_CHANNELS)
    return sighting_out(decided.show(_row(seat, sighting), shown=body.shown, seat=seat, at=timezone.now()))


def _row(seat: Seat, pk: int) -> Sighting:
    try:
        return row_of(seat.school, pk)
    except Sighting.DoesNotExist:
        raise Http404 from None
