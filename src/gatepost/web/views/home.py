"""Where people start: which school, and what waits for them there."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone

from gatepost.publishing.mine import posts_by, told
from gatepost.publishing.orderly import troubled
from gatepost.schools.permissions import Permission
from gatepost.schools.queries import seats_held
from gatepost.schools.seat import Seat
from gatepost.web.desk import Desk
from gatepost.web.overview import overview
from gatepost.web.page import school_page
from gatepost.web.posting import paged


@login_required
def schools(request: HttpRequest) -> HttpResponse:
    """Show the schools of whoever is signed in; with only one, go there."""
    now = timezone.now()
    seats = seats_held(request.user, at=now)
    if len(seats) == 1:
        return redirect("home", seats[0].school.slug)
    request.seats = seats  # type: ignore[attr-defined]
    places = overview(seats, at=now)
    overseen = next((one.school.slug for one in places if one.oversees), None)
    return render(request, "home/schools.html", {"places": places, "overseen": overseen})


@school_page(Permission.SEE_POLICY)
def home(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show what waits for this person at this school."""
    now = timezone.now()
    return render(request, "home/home.html", {"desk": Desk(seat, now), "now": now})


@school_page(Permission.WRITE_POSTS)
def my_posts(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show everything that this person has written here, the latest first."""
    page = paged(posts_by(seat.person, seat.school), request)
    now = timezone.now()
    rows = told(page.object_list, seat.school, at=now, stuck=troubled(seat.school, at=now))
    return render(request, "home/my_posts.html", {"page": page, "rows": rows})


urlpatterns = [
    path("", schools, name="schools"),
    path("<slug:school>/", home, name="home"),
    path("<slug:school>/posts/", my_posts, name="my_posts"),
]
