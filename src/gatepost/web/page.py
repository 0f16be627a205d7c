"""The one way into a page of a school: who is looking, at which school, and whether they may."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gatepost.schools.errors import NotAllowed
from gatepost.schools.permissions import Permission
from gatepost.schools.queries import seat_among, seats_held
from gatepost.schools.seat import Seat

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, Seat, P], HttpResponse]


def school_page(permission: Permission) -> Callable[[View[P]], Callable[..., HttpResponse]]:
    """Make a view of a school's page, given the seat of whoever looks.

    Somebody who holds no role at the school is told that there is no such page; somebody whose roles do not let them
    see it, which roles would. NotAllowed, raised by an action, becomes the same page with its own sentence.
    """

    def made(view: View[P]) -> Callable[..., HttpResponse]:
        @login_required
        @wraps(view)
        def page(request: HttpRequest, school: str, **kwargs: Any) -> HttpResponse:
            seats = seats_held(request.user, at=timezone.now())
            seat = seat_among(seats, school)
            if seat is None:
                raise Http404
            request.seat, request.seats = seat, seats  # type: ignore[attr-defined]
            try:
                seat.check_may(permission)
                return view(request, seat, **kwargs)  # type: ignore[call-arg]
            except NotAllowed as refusal:
                return refused(request, str(refusal))

        page.permission = permission  # type: ignore[attr-defined]
        return page

    return made


def refused(request: HttpRequest, why: str) -> HttpResponse:
    """Return the page that says why not, and what would help."""
    return render(request, "refused.html", {"why": why}, status=403)
