"""Wishes for new accounts: asked for by anybody, answered by whoever the policy names."""

from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import Path, Router

from gatepost.api.caller import caller
from gatepost.api.channel_shapes import AnswerIn, WishIn, WishOut, wish_out
from gatepost.api.shapes import Id, Why
from gatepost.channels.models import Asking
from gatepost.channels.particulars import AUDIENCES, PLATFORMS
from gatepost.channels.wishes import Wish, wish_at, wishes
from gatepost.duties.actions import askings
from gatepost.schools.errors import UnableTo
from gatepost.schools.models import Person
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat
from gatepost.schools.staff import worker

router = Router(tags=["wishes"])
_REFUSED = {403: Why, 404: Why, 409: Why}
MOST = 200
"""How many wishes are listed at once: those that wait first."""


@router.get("/wishes", response={200: list[WishOut], **_REFUSED})
def listed(request: HttpRequest, school: Path[str]) -> list[WishOut]:
    """Return the wishes, those first that wait for an answer: 200 at the most."""
    seat = caller(request, school, Permission.SEE_POLICY)
    return [wish_out(row) for row in wishes(seat.school)[:MOST]]


@router.post("/wishes", response={200: WishOut, **_REFUSED})
def ask(request: HttpRequest, school: Path[str], body: WishIn) -> WishOut:
    """Ask for a new account. What the policy does not allow is refused with its clause."""
    seat = caller(request, school, Permission.SEE_POLICY)
    if body.platform not in PLATFORMS or body.audience not in AUDIENCES:
        raise UnableTo("Choose the platform, and who will see it, from the lists.")
    admins = {name: _worker(seat, getattr(body, name)) for name in ("first_admin", "second_admin")}
    wish = Wish(**{**body.dict(), **admins})
    return wish_out(askings.ask(wish, seat=seat, at=timezone.now()))


@router.get("/wishes/{asking}", response={200: WishOut, **_REFUSED})
def one(request: HttpRequest, school: Path[str], asking: Path[Id]) -> WishOut:
    """Return one wish."""
    return wish_out(_row(caller(request, school, Permission.SEE_POLICY), asking))


@router.post("/wishes/{asking}/answer", response={200: WishOut, **_REFUSED})
def answer(request: HttpRequest, school: Path[str], asking: Path[Id], body: AnswerIn) -> WishOut:
    """Say yes or no, once. A yes puts the account on the register."""
    seat = caller(request, school, Permission.SEE_POLICY)
    row = askings.answer(_row(seat, asking), yes=body.yes, reason=body.reason, seat=seat, at=timezone.now())
    return wish_out(row)


def _worker(seat: Seat, pk: int) -> Person:
    try:
        return worker(seat.school, pk)
    except Person.DoesNotExist:
        raise UnableTo("Both administrators have to work at the school: give their ids.") from None


def _row(seat: Seat, pk: int) -> Asking:
    try:
        return wish_at(seat.school, pk)
    except Asking.DoesNotExist:
        raise Http404 from None
