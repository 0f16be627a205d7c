"""The accounts of the register as they leave."""

from typing import Any

from django.http import Http404
from django.utils import timezone

from gatepost.channels.exchange.register import register
from gatepost.duties import accounts_told
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat


def accounts_out(seat: Seat, pk: int | None = None) -> list[dict[str, Any]]:
    """Return the accounts of the school, or the one of them. How to get at a login is told to who keeps it alone."""
    rows = None if pk is None else register(seat.school).filter(pk=pk)
    private = seat.may(Permission.CHECK_CHANNELS)
    return accounts_told.accounts(seat.school, private=private, at=timezone.now(), channels=rows)


def account_out(seat: Seat, pk: int) -> dict[str, Any]:
    """Return one account of the school. Raises Http404."""
    found = accounts_out(seat, pk)
    if not found:
        raise Http404
    return found[0]
