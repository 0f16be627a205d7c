"""Whether register, public page, policy, privacy notice and website agree; the words for the privacy notice."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone

from gatepost.channels.actions import public_page
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat
from gatepost.web.page import school_page
from gatepost.web.parity import parity_of
from gatepost.web.posting import post_only


@school_page(Permission.SEE_CHANNELS)
def parity(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show where the places differ, and what to do about each."""
    address = request.build_absolute_uri(reverse("official", kwargs={"school": seat.school.slug}))
    shown = {"found": parity_of(seat.school, address=address, at=timezone.now()), "address": address}
    return render(request, "official/parity.html", shown)


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
    path(f"{_HERE}public/", official_switch, name="official_switch"),
]
