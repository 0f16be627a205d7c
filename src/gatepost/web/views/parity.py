"""Whether register, public page, policy, privacy notice and website agree; the words for the privacy notice."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone

from gatepost.channels.actions import public_page
from gatepost.channels.models import Channel
from gatepost.channels.notice import notice
from gatepost.channels.official import is_public, official
from gatepost.channels.parity import PLACES, mismatches
from gatepost.channels.standings import standings
from gatepost.consents.roster import roster
from gatepost.duties.naming import bearing
from gatepost.handbook.queries import policy_in_force
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat
from gatepost.web.page import school_page
from gatepost.web.posting import post_only


@school_page(Permission.SEE_CHANNELS)
def parity(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show where the places differ, and what to do about each."""
    school, now = seat.school, timezone.now()
    policy, on = policy_in_force(school, on=timezone.localdate(now)), timezone.localdate(now)
    channels = list(Channel.objects.of(school).select_related("school__trust"))
    held = standings(channels, of=school, policies={school.pk: policy.all} if policy else {}, on=on)
    rows = policy.policy.document.head.channels if policy else ()
    found = mismatches(held, rows, on=on)
    listed, public = official(school, at=now), is_public(school)
    address = request.build_absolute_uri(reverse("official", kwargs={"school": school.slug}))
    texts = [f"{one.name} {one.handle} {one.purpose}" for one in (*listed.ours, *listed.closed, *listed.close)]
    shown: dict[str, Any] = {
        "places": [(title, [one for one in found if one.place == place]) for place, title in PLACES.items()],
        "policy": policy, "rows": rows, "listed": listed, "public": public, "address": address, "count": len(found),
        "named": bearing(texts, roster(school, on=on).people),
        "notice": notice(listed, address=address if public else ""),
    }  # fmt: skip
    return render(request, "official/parity.html", shown)


@post_only("parity")
@school_page(Permission.MANAGE_CHANNELS)
def official_switch(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Put the public page up, or take it down."""
    shown = request.POST.get("shown") == "yes"
    public_page.show(seat, shown=shown, at=timezone.now())
    messages.success(request, "The public page is up." if shown else "The public page is down.")
    return redirect("parity", school=seat.school.slug)


_HERE = "<slug:school>/accounts/compared/"

urlpatterns = [
    path(_HERE, parity, name="parity"),
    path(f"{_HERE}public/", official_switch, name="official_switch"),
]
