"""Every account of every school of a trust on one page, for whoever oversees them."""

from typing import Any, Final
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils import timezone

from gatepost.schools.permissions import Permission
from gatepost.schools.queries import schools_where
from gatepost.schools.seat import Seat
from gatepost.web.page import school_page
from gatepost.web.trust_register import SHOWN, trust_register

PER_PAGE: Final = 50
"""Accounts: twice what other lists have, so that what is worst of sixty schools is on the first page."""


@school_page(Permission.SEE_TRUST_CHANNELS)
def trust_accounts(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show every account of the trust, what is worst first, narrowed to what was chosen.

    Whoever oversees some schools of the trust and not all sees the accounts of those.
    """
    chosen, now = {name: request.GET.get(name, "")[:60] for name in ("school", "platform", "what")}, timezone.now()
    central = "central_team" in seat.roles
    reach = None if central else schools_where(seat.person, Permission.SEE_TRUST_CHANNELS, at=now)
    found = trust_register(seat.school.trust, at=now, reach=reach, **chosen)
    page = Paginator(found.rows, PER_PAGE).get_page(request.GET.get("page"))
    shown: dict[str, Any] = {
        "page": page,
        "register": found,
        "chosen": chosen,
        "shown": SHOWN.items(),
        "narrowed": any(chosen.values()),
        "search": f"{urlencode(chosen)}&",
    }
    return render(request, "accounts/trust.html", shown)


urlpatterns = [path("<slug:school>/accounts/trust/", trust_accounts, name="trust_accounts")]
