"""Somebody leaves or changes jobs: record it, see what of theirs is open, and close it."""

from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import Path, Router

from gatepost.api.caller import caller
from gatepost.api.leaving_shapes import (
    CloseIn,
    LeaveIn,
    LeavingOut,
    LeavingRow,
    MayStayOut,
    leaving_out,
    row_out,
    thing_out,
)
from gatepost.api.shapes import Id, Why
from gatepost.duties.access import access_of, things
from gatepost.duties.actions import leaving as closing
from gatepost.duties.leaving_checks import check_can_begin
from gatepost.duties.leaving_kinds import MAY_STAY
from gatepost.duties.leavings import leaving_at, open_leaving, open_leavings
from gatepost.duties.models import Leaving
from gatepost.schools.errors import UnableTo
from gatepost.schools.models import Person
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat
from gatepost.schools.staff import worker

router = Router(tags=["leavings"])
_REFUSED = {403: Why, 404: Why, 409: Why}
MOST = 200
"""How many lists are given at once: those that are due first."""


@router.get("/leavings", response={200: list[LeavingRow], **_REFUSED})
def listed(request: HttpRequest, school: Path[str]) -> list[LeavingRow]:
    """Return who leaves or changes jobs and has something open, what is due first first: 200 at the most.

    The central team is told of every school of the trust.
    """
    seat, now = caller(request, school, Permission.SEE_LEAVERS), timezone.now()
    of = seat.school.trust if "central_team" in seat.roles else seat.school
    return [row_out(row, at=now) for row in open_leavings(of)[:MOST]]


@router.get("/people/{person}/leaving", response={200: MayStayOut, **_REFUSED})
def before(request: HttpRequest, school: Path[str], person: Path[Id]) -> MayStayOut:
    """Return what somebody has at the school that they may keep if they change jobs."""
    seat = caller(request, school, Permission.MANAGE_PEOPLE)
    found = _worker(seat, person)
    rows = things(access_of(found, school=seat.school), school=seat.school)
    row = open_leaving(found, seat.school)
    may_stay = [thing_out(one) for one in rows if one.what in MAY_STAY]
    return MayStayOut(person=found.pk, name=found.name, things=may_stay, leaving=row.pk if row else None)


@router.post("/people/{person}/leaving", response={200: LeavingOut, **_REFUSED})
def begin(request: HttpRequest, school: Path[str], person: Path[Id], body: LeaveIn) -> LeavingOut:
    """Record when somebody leaves or changes jobs, and what they keep. With a day that is over, it ends at once.

    Then, as on the page, nothing is recorded until the caller is `sure`.
    """
    seat, now = caller(request, school, Permission.MANAGE_PEOPLE), timezone.now()
    found = _worker(seat, person)
    if body.last_day is None:
        raise UnableTo("Write the last day, such as 2027-07-16.")
    if body.last_day < timezone.localdate(now) and not body.sure:
        check_can_begin(found, last_day=body.last_day, why=body.why, seat=seat, at=now)
        raise UnableTo(f"{body.last_day:%-d %B %Y} is over, so everything ends at once. Send it again with “sure”.")
    row = closing.begin(found, last_day=body.last_day, why=body.why, stays=body.stays, seat=seat, at=now)
    return _out(seat, row.pk)


@router.get("/leavings/{leaving}", response={200: LeavingOut, **_REFUSED})
def one(request: HttpRequest, school: Path[str], leaving: Path[Id]) -> LeavingOut:
    """Return one list of what is to close."""
    return _out(caller(request, school, Permission.SEE_LEAVERS), leaving)


@router.post("/leavings/{leaving}/close", response={200: LeavingOut, **_REFUSED})
def close(request: HttpRequest, school: Path[str], leaving: Path[Id], body: CloseIn) -> LeavingOut:
    """Close these items: what Gatepost can end it ends, of the rest `proof` says how one can tell."""
    seat = caller(request, school, Permission.MANAGE_PEOPLE)
    row = _found(seat, leaving)
    to = Person.objects.filter(pk=body.to or 0, trust=seat.school.trust_id, is_active=True).first()
    closing.finish(row, items=body.items, proof=body.proof, to=to, seat=seat, at=timezone.now())
    return _out(seat, leaving)


@router.post("/leavings/{leaving}/take-back", response={200: LeavingOut, **_REFUSED})
def take_back(request: HttpRequest, school: Path[str], leaving: Path[Id]) -> LeavingOut:
    """Say that somebody does not leave after all. Once anything of theirs has ended it is refused."""
    seat = caller(request, school, Permission.MANAGE_PEOPLE)
    closing.take_back(_found(seat, leaving), seat=seat, at=timezone.now())
    return _out(seat, leaving)


def _out(seat: Seat, pk: int) -> LeavingOut:
    return leaving_out(_found(seat, pk), at=timezone.now())


def _worker(seat: Seat, pk: int) -> Person:
    try:
        return worker(seat.school, pk)
    except Person.DoesNotExist:
        raise Http404 from None


def _found(seat: Seat, pk: int) -> Leaving:
    try:
        return leaving_at(seat.school, pk)
    except Leaving.DoesNotExist:
        raise Http404 from None
