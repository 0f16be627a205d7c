"""The register of accounts: how each stands, what is owed on it, opened and changed, and tables taken in."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import File, Form, Path, Router
from ninja.files import UploadedFile

from gatepost.api.caller import caller, channel_in, person_in
from gatepost.api.keeping_shapes import ParticularsIn
from gatepost.api.registered import account_out, accounts_out
from gatepost.api.shapes import Id, Why
from gatepost.channels.actions import register as actions
from gatepost.channels.actions.exchange import NotTakenIn
from gatepost.channels.exchange import told
from gatepost.channels.exchange.register import difference
from gatepost.duties.actions import account_tables
from gatepost.schools.errors import UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat
from gatepost.tables.refused import MOST_BYTES, Unreadable

router = Router(tags=["channels"])
_REFUSALS = {403: Why, 404: Why, 409: Why}


@router.get("", response={200: dict[str, Any], **_REFUSALS})
def channels(request: HttpRequest, school: Path[str]) -> dict[str, Any]:
    """Return every account with how it stands, and what is owed on all of them, the most urgent first."""
    seat = caller(request, school, Permission.SEE_CHANNELS)
    accounts = accounts_out(seat)
    return {"accounts": accounts, "duties": told.first(one for account in accounts for one in account["duties"])}


@router.post("/import", response={200: dict[str, Any], **_REFUSALS})
def take_in(
    request: HttpRequest, school: Path[str], file: File[UploadedFile], dry_run: Form[bool] = False  # noqa: FBT002
) -> dict[str, Any]:  # fmt: skip
    """Take a table in, or with `dry_run` say what it would change. With `errors` in the answer nothing has changed."""
    seat = caller(request, school, Permission.MANAGE_CHANNELS)
    data, now = file.read(MOST_BYTES + 1), timezone.now()
    try:
        if dry_run:
            return told.difference(difference(data, school=seat.school, at=now))
        return told.difference(account_tables.take_in(data, school=seat.school, by=seat.actor, at=now))
    except NotTakenIn as refusal:
        return told.difference(refusal.difference)
    except Unreadable as refusal:
        raise UnableTo(str(refusal)) from None


@router.get("/{account}", response={200: dict[str, Any], **_REFUSALS})
def channel(request: HttpRequest, school: Path[str], account: Path[Id]) -> dict[str, Any]:
    """Return one account with how it stands and what is owed on it."""
    seat = caller(request, school, Permission.SEE_CHANNELS)
    return account_out(seat, account)


@router.post("", response={200: dict[str, Any], **_REFUSALS})
def open_channel(request: HttpRequest, school: Path[str], body: ParticularsIn) -> dict[str, Any]:
    """Put an account on the register, from today on."""
    seat = caller(request, school, Permission.MANAGE_CHANNELS)
    said = {"platform": "", "name": "", **_said(seat, body)}
    return account_out(seat, actions.open_channel(seat.school, by=seat.actor, at=timezone.now(), **said).pk)


@router.patch("/{account}", response={200: dict[str, Any], **_REFUSALS})
def amend(request: HttpRequest, school: Path[str], account: Path[Id], body: ParticularsIn) -> dict[str, Any]:
    """Change what the register says of an account; what is left out stays."""
    seat = caller(request, school, Permission.MANAGE_CHANNELS)
    actions.amend(channel_in(seat, account), said=_said(seat, body), by=seat.actor, at=timezone.now())
    return account_out(seat, account)


def _said(seat: Seat, body: ParticularsIn) -> dict[str, Any]:
    said = body.said()
    return {**said, "owner": person_in(seat, said["owner"]).person} if said.get("owner") else said
