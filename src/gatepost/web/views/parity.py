"""Whether register, public page, policy, privacy notice and website agree; the words for the privacy notice."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone

from gatepost.channels.actions import public_page
from gatepost.channels.notice_compared import LONGEST, compared
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat
from gatepost.web.page import school_page
from gatepost.web.parity import parity_of
from gatepost.web.posting import post_only


@school_page(Permission.SEE_CHANNELS)
def parity(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show where the places differ, and what to do about each."""
    return render(request, "official/parity.html", _shown(request, seat))


@post_only("parity")
@school_page(Permission.SEE_CHANNELS)
def parity_notice(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Compare the text of a privacy notice with the public list. It is shown back, and kept nowhere."""
    shown, text = _shown(request, seat), request.POST.get("text", "")
    wrong = "" if text.strip() else "Paste what the notice says."
    if len(text) > LONGEST:
        wrong = f"Paste the part about social media alone: {LONGEST:,} letters at most."
    shown |= {"text": text, "wrong": wrong, "compared": None if wrong else compared(text, shown["found"].listed)}
    return render(request, "official/parity.html", shown, status=422 if wrong else 200)


def _shown(request: HttpRequest, seat: Seat) -> dict[str, Any]:
    address = request.build_absolute_uri(reverse("official", kwargs={"school": seat.school.slug}))
    return {"found": parity_of(seat.school, address=address, at=timezone.now()), "address": address}


@post_only("parity")
@school_page(Permission.MANAGE_CHANNELS)
def official_switch(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Put the public page up, or take it down."""
    shown = request.POST.get("shown") == "yes"
    public_page.show(shown=shown, seat=seat, at=timezone.now())
    messages.success(request, "The public page is up." if shown else "The public page is down.")
    return redirect("parity", school=seat.school.slug)


_HERE = "<slug:school>/accounts/compared/"

urlpatterns = [
    path(_HERE, parity, name="parity"),
    path(f"{_HERE}notice/", parity_notice, name="parity_notice"),
    path(f"{_HERE}public/", official_switch, name="official_switch"),
]
