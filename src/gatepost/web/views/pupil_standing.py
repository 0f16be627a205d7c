"""How one pupil stands: who answers about them, and whether they have left."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone

from gatepost.publishing.actions import withdrawals
from gatepost.schools.errors import UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat
from gatepost.web.page import school_page
from gatepost.web.posting import post_only
from gatepost.web.pupil_page import answers_page, found, pupil_page


@post_only("pupil_answers")
@school_page(Permission.SEE_ANSWERS)
def pupil_answerer(request: HttpRequest, seat: Seat, pupil: int) -> HttpResponse:
    """Decide who answers about this pupil."""
    one, why = found(seat, pupil), request.POST.get("reason", "")[:2000]
    try:
        who = request.POST.get("who", "")
        withdrawals.decide_answerer(one, who=who, reason=why, seat=seat, at=timezone.now())
    except UnableTo as refusal:
        return answers_page(request, seat, pupil, why=str(refusal), typed=why)
    messages.success(request, "It is decided. Ask whoever has not answered yet: no yes is carried over.")
    return redirect("pupil_answers", school=seat.school.slug, pupil=pupil)


@post_only("pupil")
@school_page(Permission.RECORD_ANSWERS)
def pupil_leave(request: HttpRequest, seat: Seat, pupil: int) -> HttpResponse:
    """Say which day is, or was, the last on the roll."""
    one, typed = found(seat, pupil), request.POST.get("on", "")[:20]
    try:
        withdrawals.leave(one, on=_day(typed), by=seat.actor, at=timezone.now())
    except UnableTo as refusal:
        return pupil_page(request, seat, pupil, why=str(refusal), field="left-on", typed=typed)
    return _done(request, seat, pupil, "The last day is set. After it nothing of this pupil can be shown.")


@post_only("pupil")
@school_page(Permission.RECORD_ANSWERS)
def pupil_stay(request: HttpRequest, seat: Seat, pupil: int) -> HttpResponse:
    """Take back that a pupil leaves."""
    withdrawals.stay(found(seat, pupil), by=seat.actor, at=timezone.now())
    return _done(request, seat, pupil, "This pupil is on the roll. What the family answered holds again.")


def _day(typed: str) -> date:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        raise UnableTo("Write the last day on the roll: day, month and year.") from None


def _done(request: HttpRequest, seat: Seat, pupil: int, says: str) -> HttpResponse:
    messages.success(request, says)
    return redirect("pupil", school=seat.school.slug, pupil=pupil)


_HERE = "<slug:school>/pupils/<int:pupil>/"

urlpatterns = [
    path(f"{_HERE}who-answers/", pupil_answerer, name="pupil_answerer"),
    path(f"{_HERE}leave/", pupil_leave, name="pupil_leave"),
    path(f"{_HERE}stay/", pupil_stay, name="pupil_stay"),
]
