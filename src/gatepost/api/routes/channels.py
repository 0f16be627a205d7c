"""The register of accounts: how each stands, what is owed on it, and tables taken in."""

from typing import Any

from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import File, Form, Path, Router
from ninja.files import UploadedFile

from gatepost.api.caller import caller
from gatepost.api.shapes import Id, Why
from gatepost.channels.actions.exchange import NotTakenIn
from gatepost.channels.exchange import told
from gatepost.channels.exchange.register import difference, register
from gatepost.duties import accounts_told
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
    accounts = _accounts(seat)
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
    found = _accounts(seat, account)
    if not found:
        raise Http404
    return found[0]


def _accounts(seat: Seat, pk: int | None = None) -> list[dict[str, Any]]:
    """Return the accounts of the school, or the one of them. How to get at a login is told to who keeps it alone."""
    rows = None if pk is None else register(seat.school).filter(pk=pk)
    private = seat.may(Permission.CHECK_CHANNELS)
    return accounts_told.accounts(seat.school, private=private, at=timezone.now(), channels=rows)
