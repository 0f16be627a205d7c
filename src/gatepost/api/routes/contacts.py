"""Who may be asked about a pupil."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import Path, Router

from gatepost.api.caller import caller, pupil_in
from gatepost.api.pupil_shapes import ContactChangeIn, ContactIn, ContactOut
from gatepost.api.shapes import Id, Why
from gatepost.consents.actions import contacts as kept
from gatepost.consents.actions import looks
from gatepost.consents.models import Contact
from gatepost.consents.records import contact_of, contacts_ever
from gatepost.publishing.actions import withdrawals
from gatepost.schools.errors import UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat

router = Router(tags=["contacts"])
_REFUSED = {403: Why, 404: Why, 409: Why}


@router.get("/{pupil}/contacts", response={200: list[ContactOut], **_REFUSED})
def contacts(request: HttpRequest, school: Path[str], pupil: Path[Id]) -> list[ContactOut]:
    """Return everybody who is or was asked about a pupil. That somebody looked is kept in the record."""
    seat = caller(request, school, Permission.RECORD_ANSWERS)
    found = pupil_in(seat, pupil)
    looks.look(found, seat=seat, at=timezone.now())
    return [_told(one) for one in contacts_ever(found)]


@router.post("/{pupil}/contacts", response={200: ContactOut, **_REFUSED})
def add(request: HttpRequest, school: Path[str], pupil: Path[Id], body: ContactIn) -> ContactOut:
    """Add somebody who may be asked."""
    seat = caller(request, school, Permission.RECORD_ANSWERS)
    found = pupil_in(seat, pupil)
    try:
        return _told(kept.add(found, by=seat.actor, at=timezone.now(), **body.dict()))
    except ValidationError as wrong:
        raise UnableTo(_sentence(wrong)) from None


@router.patch("/{pupil}/contacts/{contact}", response={200: ContactOut, **_REFUSED})
def change(
    request: HttpRequest, school: Path[str], pupil: Path[Id], contact: Path[Id], body: ContactChangeIn
) -> ContactOut:
    """Change what is kept of somebody; what is left out stays."""
    seat = caller(request, school, Permission.RECORD_ANSWERS)
    one, fields = _contact(seat, pupil, contact), body.dict(exclude_unset=True)
    if not fields:
        return _told(one)
    try:
        return _told(withdrawals.change_contact(one, by=seat.actor, at=timezone.now(), **_stripped(fields)))
    except ValidationError as wrong:
        raise UnableTo(_sentence(wrong)) from None


@router.post("/{pupil}/contacts/{contact}/end", response={200: ContactOut, **_REFUSED})
def end(request: HttpRequest, school: Path[str], pupil: Path[Id], contact: Path[Id]) -> ContactOut:
    """Ask somebody no more, from today on."""
    seat = caller(request, school, Permission.RECORD_ANSWERS)
    return _told(withdrawals.end_contact(_contact(seat, pupil, contact), by=seat.actor, at=timezone.now()))


@router.post("/{pupil}/contacts/{contact}/again", response={200: ContactOut, **_REFUSED})
def again(request: HttpRequest, school: Path[str], pupil: Path[Id], contact: Path[Id]) -> ContactOut:
    """Ask somebody again."""
    seat = caller(request, school, Permission.RECORD_ANSWERS)
    return _told(withdrawals.ask_again(_contact(seat, pupil, contact), by=seat.actor, at=timezone.now()))


def _contact(seat: Seat, pupil: int, pk: int) -> Contact:
    try:
        return contact_of(pupil_in(seat, pupil), pk)
    except Contact.DoesNotExist:
        raise Http404 from None


def _stripped(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value.strip() if isinstance(value, str) else value for name, value in fields.items()}


def _sentence(wrong: ValidationError) -> str:
    if "email" in wrong.message_dict:
        return "This is no e-mail address. Give the whole of it, or leave it out."
    return "Give a name."


def _told(one: Contact) -> ContactOut:
    names = ("id", "name", "relationship", "email", "parental_responsibility", "ended_on")
    return ContactOut(**{name: getattr(one, name) for name in names})
