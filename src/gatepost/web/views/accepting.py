"""Accept the policy in force, and see who has."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone

from gatepost.handbook.acknowledging import asked_by, everybody
from gatepost.handbook.actions.acknowledging import acknowledge
from gatepost.handbook.queries import policy_in_force
from gatepost.schools.errors import UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat
from gatepost.web.page import school_page
from gatepost.web.posting import paged, post_only


@post_only("policy")
@school_page(Permission.SEE_POLICY)
def policy_accept(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Accept the policy that stood on the page."""
    try:
        acknowledge(seat=seat, seen=request.POST.get("seen", ""), at=timezone.now())
    except UnableTo as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, "Thank you. It is on record that you have read the policy and accept it.")
    return redirect("policy", school=seat.school.slug)


@school_page(Permission.MANAGE_PEOPLE)
def policy_accepted(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show who has accepted the policy in force, and first who has not."""
    now = timezone.now()
    held = policy_in_force(seat.school, on=timezone.localdate(now))
    people = everybody(seat.school, held, at=now) if held else []
    yet = sum(when is None for _, when in people)
    sub = f"{yet} of {len(people)} people have not yet." if yet else "Everybody has."
    asks = "" if held and asked_by(held.policy) else " The policy asks nobody to."
    return render(request, "handbook/accepted.html", {"page": paged(people, request), "sub": f"{sub}{asks}"})


_HERE = "<slug:school>/policy/"

urlpatterns = [
    path(f"{_HERE}accept/", policy_accept, name="policy_accept"),
    path(f"{_HERE}accepted/", policy_accepted, name="policy_accepted"),
]
