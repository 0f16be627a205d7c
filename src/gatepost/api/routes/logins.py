"""Wishes for the login of an account: asked for by anybody, answered in writing by whoever the policy names."""

from datetime import datetime

from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import Path, Router, Schema

from gatepost.api.caller import caller
from gatepost.api.channel_shapes import AnswerIn
from gatepost.api.shapes import Id, Line, Why
from gatepost.channels.logins import login_asking_at, login_askings
from gatepost.channels.models import LoginAsking
from gatepost.channels.queries import open_channels
from gatepost.duties.actions import login_askings as actions
from gatepost.schools.errors import UnableTo
from gatepost.schools.permissions import Permission

router = Router(tags=["logins"])
_REFUSED = {403: Why, 404: Why, 409: Why}
MOST = 200
"""How many wishes are listed at once: those that wait first."""


class LoginWishIn(Schema):
    """The login that the caller would like: the id of the account, and what for. Never the login."""

    account: int = 0
    purpose: Line = ""


class LoginWishOut(Schema):
    """A wish: `route` are the roles of which one answers, `answer` is yes or no, empty while it waits."""

    id: int
    account: int
    asked_by: int
    purpose: str
    asked_at: datetime
    route: str
    answer: str
    reason: str
    answered_by: int | None
    answered_at: datetime | None


@router.get("/logins", response={200: list[LoginWishOut], **_REFUSED})
def listed(request: HttpRequest, school: Path[str]) -> list[LoginWishOut]:
    """Return the wishes for a login, those first that wait for an answer: 200 at the most."""
    seat = caller(request, school, Permission.SEE_POLICY)
    return [_out(row) for row in login_askings(seat.school)[:MOST]]


@router.post("/logins", response={200: LoginWishOut, **_REFUSED})
def ask(request: HttpRequest, school: Path[str], body: LoginWishIn) -> LoginWishOut:
    """Ask for a login. Where the policy leaves nobody to decide, it is refused with its clause."""
    seat = caller(request, school, Permission.SEE_POLICY)
    channel = open_channels(seat.school, on=timezone.localdate()).filter(pk=body.account).first()
    if channel is None:
        raise UnableTo("Choose an open account of the school by its id.")
    return _out(actions.ask(channel, purpose=body.purpose, seat=seat, at=timezone.now()))


@router.post("/logins/{login_asking}/answer", response={200: LoginWishOut, **_REFUSED})
def answer(request: HttpRequest, school: Path[str], login_asking: Path[Id], body: AnswerIn) -> LoginWishOut:
    """Say yes or no in writing, once. With a yes the register names them among those who can reach the login."""
    seat = caller(request, school, Permission.SEE_POLICY)
    try:
        row = login_asking_at(seat.school, login_asking)
    except LoginAsking.DoesNotExist:
        raise Http404 from None
    return _out(actions.answer(row, yes=body.yes, reason=body.reason, seat=seat, at=timezone.now()))


def _out(row: LoginAsking) -> LoginWishOut:
    names = ("id", "purpose", "asked_at", "route", "answer", "reason", "answered_at")
    return LoginWishOut(
        account=row.channel_id, asked_by=row.asked_by_id, answered_by=row.answered_by_id,
        **{name: getattr(row, name) for name in names},
    )  # fmt: skip
