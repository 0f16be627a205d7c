"""Where people start: which school, and what waits for them there."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat
from gatepost.web.frame import Frame
from gatepost.web.page import school_page


@login_required
def schools(request: HttpRequest) -> HttpResponse:
    """Show the schools of whoever is signed in; with only one, go there."""
    found = Frame(request).schools
    if len(found) == 1:
        return redirect("home", found[0].slug)
    return render(request, "home/schools.html", {"schools": found})


@school_page(Permission.SEE_POLICY)
def home(request: HttpRequest, seat: Seat) -> HttpResponse:  # noqa: ARG001 - the frame shows it
    """Show what waits for this person at this school."""
    return render(request, "home/home.html")


urlpatterns = [
    path("", schools, name="schools"),
    path("<slug:school>/", home, name="home"),
]
