"""Who holds a role at every school of the trust: the list, giving one and ending one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone

from gatepost.duties.actions import roles
from gatepost.schools.actions import staffing
from gatepost.schools.errors import UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.roles import role_name
from gatepost.schools.seat import Seat
from gatepost.schools.staff import everywhere
from gatepost.web.forms.people import EverywhereForm
from gatepost.web.numbers import number
from gatepost.web.page import school_page
from gatepost.web.posting import post_only


@school_page(Permission.MANAGE_TRUST_PEOPLE)
def trust_people(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show who holds which role at every school of the trust."""
    return _shown(request, seat, EverywhereForm(central=True))


@post_only("trust_people")
@school_page(Permission.MANAGE_TRUST_PEOPLE)
def trust_role_give(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Give somebody a role at every school; whoever is new is added to the trust."""
    form = EverywhereForm(request.POST, central=True)
    if not form.is_valid():
        return _shown(request, seat, form)
    try:
        person = staffing.join_everywhere(seat=seat, at=timezone.now(), **form.cleaned_data)
    except UnableTo as refusal:
        form.add_error("email", str(refusal))
        return _shown(request, seat, form)
    role = role_name(form.cleaned_data["role"])
    messages.success(request, f"{person} is {role} at every school of {seat.school.trust} now.")
    return redirect("trust_people", school=seat.school.slug)


@post_only("trust_people")
@school_page(Permission.MANAGE_TRUST_PEOPLE)
def trust_role_end(request: HttpRequest, seat: Seat) -> HttpResponse:
    """End a role that somebody holds at every school; which one is in the form."""
    now = timezone.now()
    held = everywhere(seat.school.trust, at=now).filter(pk=number(request.POST.get("held", "")) or 0).first()
    try:
        if held is None:
            raise UnableTo("This role has ended already.")
        roles.end(held, seat=seat, at=now)
    except UnableTo as refusal:
        return _shown(request, seat, EverywhereForm(central=True), why=str(refusal))
    messages.success(request, f"{held.person} is not {role_name(held.role)} at every school any more.")
    return redirect("trust_people", school=seat.school.slug)


def _shown(request: HttpRequest, seat: Seat, form: EverywhereForm, *, why: str = "") -> HttpResponse:
    shown = {"rows": everywhere(seat.school.trust, at=timezone.now()), "form": form, "why": why}
    return render(request, "people/trust.html", shown, status=422 if why or form.errors else 200)


_HERE = "<slug:school>/people/every-school/"

urlpatterns = [
    path(_HERE, trust_people, name="trust_people"),
    path(f"{_HERE}give/", trust_role_give, name="trust_role_give"),
    path(f"{_HERE}end/", trust_role_end, name="trust_role_end"),
]
