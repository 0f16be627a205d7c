"""Close an account in good order: the day, the steps, the end, or keep it after all."""

from datetime import date

from django.http import HttpRequest
from django.utils import timezone
from ninja import Path, Router

from gatepost.api.caller import caller, channel_in
from gatepost.api.closing_shapes import ClosingOut, DayIn, ReasonIn, StepIn, closing_out
from gatepost.api.shapes import Id, Why
from gatepost.channels.actions import closing as steps
from gatepost.channels.closings import progress
from gatepost.channels.models import Channel
from gatepost.duties.actions import closing as actions
from gatepost.schools.errors import UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat

router = Router(tags=["closing"])
_REFUSED = {403: Why, 404: Why, 409: Why}


@router.get("", response={200: ClosingOut, **_REFUSED})
def closing(request: HttpRequest, school: Path[str], account: Path[Id]) -> ClosingOut:
    """Return how far the closing of an account is, or how it was closed."""
    seat = caller(request, school, Permission.SEE_CHANNELS)
    return closing_out(progress(channel_in(seat, account)))


@router.post("/start", response={200: ClosingOut, **_REFUSED})
def start(request: HttpRequest, school: Path[str], account: Path[Id], body: DayIn) -> ClosingOut:
    """Choose the day from which nothing is posted, or another one. The steps become a task."""
    seat, channel = _kept(request, school, account)
    actions.start(channel, closing_on=_day(body), seat=seat, at=timezone.now())
    return _now(seat, account)


@router.post("/step", response={200: ClosingOut, **_REFUSED})
def step(request: HttpRequest, school: Path[str], account: Path[Id], body: StepIn) -> ClosingOut:
    """Say that a step is done and how one can tell, or why it is left out. Saying it again corrects it."""
    seat, channel = _kept(request, school, account)
    steps.settle(channel, seat=seat, at=timezone.now(), **body.dict())
    return _now(seat, account)


@router.post("/close", response={200: ClosingOut, **_REFUSED})
def close(request: HttpRequest, school: Path[str], account: Path[Id], body: DayIn) -> ClosingOut:
    """Write down the day on which it was closed, once nothing is in the way."""
    seat, channel = _kept(request, school, account)
    actions.close(channel, closed_on=_day(body), seat=seat, at=timezone.now())
    return _now(seat, account)


@router.post("/stop", response={200: ClosingOut, **_REFUSED})
def stop(request: HttpRequest, school: Path[str], account: Path[Id], body: ReasonIn) -> ClosingOut:
    """Keep the account after all: no post is held back any more for its closing."""
    seat, channel = _kept(request, school, account)
    actions.stop(channel, reason=body.reason, seat=seat, at=timezone.now())
    return _now(seat, account)


def _kept(request: HttpRequest, school: str, account: int) -> tuple[Seat, Channel]:
    seat = caller(request, school, Permission.MANAGE_CHANNELS)
    return seat, channel_in(seat, account)


def _now(seat: Seat, account: int) -> ClosingOut:
    return closing_out(progress(channel_in(seat, account)))


def _day(body: DayIn) -> date:
    if body.day is None:
        raise UnableTo("Choose a day, such as 2027-07-16.")
    return body.day
