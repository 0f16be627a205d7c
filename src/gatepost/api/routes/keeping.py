"""Record what was looked at on an account, and say who administers it and who posts there."""

from typing import Any

from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import Path, Router

from gatepost.api.caller import caller, channel_in, person_in
from gatepost.api.keeping_shapes import AdminEndIn, AdminIn, CheckIn, WhoIn
from gatepost.api.registered import account_out
from gatepost.api.shapes import Id, Why
from gatepost.channels.actions import looking, register
from gatepost.channels.listing import ever_on
from gatepost.channels.models import Administrator, Channel, Poster, PosterRole
from gatepost.duties.actions import chasing
from gatepost.schools.errors import UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.roles import POSITIONS, ROLES
from gatepost.schools.seat import Seat

router = Router(tags=["channels"])
_REFUSED = {403: Why, 404: Why, 409: Why}
_OUT = {200: dict[str, Any], **_REFUSED}


@router.post("/checks", response=_OUT)
def check(request: HttpRequest, school: Path[str], account: Path[Id], body: CheckIn) -> dict[str, Any]:
    """Record what somebody found when they looked. A task that asked for it is done with that."""
    seat, channel = _held(request, school, account, Permission.CHECK_CHANNELS)
    chasing.record_check(channel, seat=seat, at=timezone.now(), **body.dict())
    return account_out(seat, account)


@router.post("/admins", response=_OUT)
def add_admin(request: HttpRequest, school: Path[str], account: Path[Id], body: AdminIn) -> dict[str, Any]:
    """Put a person, or whoever holds a role, among the administrators. Twice changes nothing."""
    seat, channel = _held(request, school, account)
    person = person_in(seat, body.person).person if body.person else None
    looking.add_admin(channel, person=person, role=body.role, reason=body.reason, seat=seat, at=timezone.now())
    return account_out(seat, account)


@router.post("/admins/{admin}/end", response=_OUT)
def end_admin(
    request: HttpRequest, school: Path[str], account: Path[Id], admin: Path[Id], body: AdminEndIn
) -> dict[str, Any]:
    """Take somebody off the administrators. Where they `left`, whoever keeps the account changes its password."""
    seat, channel = _held(request, school, account)
    row = _listed(Administrator, channel, admin)
    chasing.remove_admin(row, left=body.left, seat=seat, at=timezone.now())
    return account_out(seat, account)


@router.post("/posters", response=_OUT)
def name_poster(request: HttpRequest, school: Path[str], account: Path[Id], body: WhoIn) -> dict[str, Any]:
    """Put a person, or whoever holds a role, on the list of those who post. Twice changes nothing."""
    seat, channel = _held(request, school, account)
    if (body.person is None) == (not body.role):
        raise UnableTo("Choose a person, or a role, who posts there.")
    if body.person is None:
        _check_lets_post(channel, lets=body.role in POSITIONS or _may_post(body.role))
        register.name_poster_role(channel, role=body.role, by=seat.actor, at=timezone.now())
    else:
        there = person_in(seat, body.person)
        _check_lets_post(channel, lets=there.may(Permission.HAND_OVER))
        register.name_poster(channel, there.person, by=seat.actor, at=timezone.now())
    return account_out(seat, account)


def _may_post(role: str) -> bool:
    return role not in ROLES or Permission.HAND_OVER in ROLES[role].may


def _check_lets_post(channel: Channel, *, lets: bool) -> None:
    """Raise UnableTo for somebody, or a role, that the page does not offer: nobody of theirs could post."""
    if channel.kind != "group" and not lets:
        raise UnableTo("This role lets nobody post. Give a role that does, such as poster, first.")


@router.post("/posters/{poster}/end", response=_OUT)
def end_poster(request: HttpRequest, school: Path[str], account: Path[Id], poster: Path[Id]) -> dict[str, Any]:
    """Take a person off the list of those who post."""
    seat, channel = _held(request, school, account)
    register.remove_poster(_listed(Poster, channel, poster), by=seat.actor, at=timezone.now())
    return account_out(seat, account)


@router.post("/poster-roles/{poster_role}/end", response=_OUT)
def end_poster_role(
    request: HttpRequest, school: Path[str], account: Path[Id], poster_role: Path[Id]
) -> dict[str, Any]:
    """Take a role off the list of those who post."""
    seat, channel = _held(request, school, account)
    register.remove_poster_role(_listed(PosterRole, channel, poster_role), by=seat.actor, at=timezone.now())
    return account_out(seat, account)


def _held(
    request: HttpRequest, school: str, account: int, permission: Permission = Permission.MANAGE_CHANNELS
) -> tuple[Seat, Channel]:
    seat = caller(request, school, permission)
    return seat, channel_in(seat, account)


def _listed(model: Any, channel: Channel, pk: int) -> Any:
    """Return an entry of a list of this account, also one that has ended: then its action says so. Raises Http404."""
    try:
        return ever_on(model, channel, pk)
    except model.DoesNotExist:
        raise Http404 from None
