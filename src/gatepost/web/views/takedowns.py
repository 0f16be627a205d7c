"""Taking a live post down: asked for with a reason, done with proof, and how long that took."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone

from gatepost.audit import queries as record
from gatepost.consents.actions import looks
from gatepost.duties.queries import about
from gatepost.publishing.actions import takedowns
from gatepost.publishing.models import Delivery
from gatepost.publishing.takedown_list import stopped, tasks_about, tasks_of, with_posts
from gatepost.publishing.uses import STANDS, uses_of
from gatepost.schools.errors import NotAllowed, UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat
from gatepost.web.page import school_page
from gatepost.web.posting import paged, post_only
from gatepost.web.pupil_page import found as found_pupil
from gatepost.web.views.handover import found


@school_page(Permission.SEE_TAKE_DOWNS)
def takedowns_page(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show what is to come down, what came down, and what was stopped: everybody's, so that none is nobody's."""
    page = paged(tasks_of(seat.school), request)
    rows = with_posts(seat.school, list(page), at=timezone.now())
    shown = {"page": page, "rows": rows, "now": timezone.now(), "allowed": settings.TAKE_DOWN_SCHOOL_DAYS,
             "stopped": stopped(seat.school)}  # fmt: skip
    return render(request, "publishing/takedowns.html", shown)


@school_page(Permission.TAKE_DOWN)
def pupil_uses(request: HttpRequest, seat: Seat, pupil: int) -> HttpResponse:
    """Show every use of a pupil for whoever must act, and what a family may be told of it. Never why."""
    seat.check_may(Permission.SEE_PUPILS)
    held = found_pupil(seat, pupil)
    looks.look(held, seat=seat, at=timezone.now())
    used = uses_of(seat.school, held)
    tasks = tasks_about(seat.school, used)
    shown = {"pupil": held, "used": used, "tasks": tasks, "now": timezone.now(), "stands": STANDS}
    return render(request, "publishing/uses.html", shown)


@school_page(Permission.SEE_POSTS)
def takedown_page(request: HttpRequest, seat: Seat, delivery: int) -> HttpResponse:
    """Show where the taking down of a post stands, and what to do next."""
    return _page(request, seat, found(seat, delivery))


@post_only("takedown")
@school_page(Permission.SEE_POSTS)
def ask(request: HttpRequest, seat: Seat, delivery: int) -> HttpResponse:
    """Ask for it to be taken down."""
    held, reason = found(seat, delivery), request.POST.get("reason", "")
    try:
        takedowns.ask(held, seat=seat, reason=reason, at=timezone.now())
    except (NotAllowed, UnableTo) as refusal:
        return _page(request, seat, held, why=str(refusal), reason=reason)
    messages.success(request, "Asked for. The clock runs from now.")
    return redirect("takedown", school=seat.school.slug, delivery=delivery)


@post_only("takedown")
@school_page(Permission.TAKE_DOWN)
def done(request: HttpRequest, seat: Seat, delivery: int) -> HttpResponse:
    """Say that it is down, and how one can tell."""
    held, proof = found(seat, delivery), request.POST.get("proof", "")
    try:
        takedowns.done(held, seat=seat, proof=proof, at=timezone.now())
    except (NotAllowed, UnableTo) as refusal:
        return _page(request, seat, held, why=str(refusal), proof=proof)
    messages.success(request, "Down. Thank you.")
    return redirect("takedown", school=seat.school.slug, delivery=delivery)


def _page(request: HttpRequest, seat: Seat, delivery: Delivery, *, why: str = "", **typed: str) -> HttpResponse:
    post, may = delivery.version.post, seat.may(Permission.TAKE_DOWN)
    task = about(seat.school, delivery.subject).filter(kind=takedowns.KIND).last()
    events = record.about(seat.school.trust.slug, post.subject, kinds=("takedown.asked", "takedown.done"))
    shown = {"delivery": delivery, "version": delivery.version, "task": task, "now": timezone.now(), "may_do": may,
             "events": [one for one in events if one.facts.get("delivery") == delivery.pk], "why": why, "typed": typed,
             "about": "".join(typed), "may_ask": may or post.author_id == seat.person.pk}  # fmt: skip
    return render(request, "publishing/takedown.html", shown, status=422 if why else 200)


_ONE = "<slug:school>/deliveries/<int:delivery>/"

urlpatterns = [
    path("<slug:school>/take-downs/", takedowns_page, name="takedowns"),
    path("<slug:school>/pupils/<int:pupil>/uses/", pupil_uses, name="pupil_uses"),
    path(f"{_ONE}take-down/", takedown_page, name="takedown"),
    path(f"{_ONE}take-down/ask/", ask, name="takedown_ask"),
    path(f"{_ONE}take-down/done/", done, name="takedown_done"),
]
