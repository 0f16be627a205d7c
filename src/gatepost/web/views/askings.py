"""Wishes for new accounts: what the policy says before they are sent, and the answer of whoever it names."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone

from gatepost.channels.models import Asking
from gatepost.channels.told import questions, who_agrees, words_of
from gatepost.channels.wishes import Judged, judged, wish_at, wishes
from gatepost.duties.actions import askings
from gatepost.handbook.queries import InForce, policy_in_force
from gatepost.policy.controls.base import route_words
from gatepost.schools.errors import UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.roles import answers
from gatepost.schools.seat import Seat
from gatepost.schools.staff import working
from gatepost.web.forms.askings import WishForm
from gatepost.web.page import school_page
from gatepost.web.posting import paged, post_only


@school_page(Permission.SEE_POLICY)
def asking_list(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show the wishes of the school, those first that wait."""
    return render(request, "askings/list.html", {"page": paged(wishes(seat.school), request)})


@school_page(Permission.SEE_POLICY)
def asking_add(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Say what the policy makes of a wish; send it only after that, and only where the policy leaves it open."""
    form = WishForm(request.POST or None, people=working(seat.school, at=timezone.now()))
    policy, found = policy_in_force(seat.school, on=timezone.localdate()), None
    if policy and form.is_bound and form.is_valid():
        found = judged(form.wish(), seat=seat, policy=policy, at=timezone.now())
        if "send" in request.POST and not found.is_refused:
            return _sent(request, seat, form, policy, found)
    return _form(request, form, policy, found)


@school_page(Permission.SEE_POLICY)
def asking(request: HttpRequest, seat: Seat, asking: int) -> HttpResponse:
    """Show one wish, and the form of the answer to those who may give it."""
    return _page(request, seat, _found(seat, asking))


@post_only("asking")
@school_page(Permission.SEE_POLICY)
def asking_answer(request: HttpRequest, seat: Seat, asking: int) -> HttpResponse:
    """Say yes or no."""
    row, said = _found(seat, asking), request.POST.get("answer", "")
    if said not in {"yes", "no"}:
        return _page(request, seat, row, why="Choose yes or no.")
    reason = request.POST.get("reason", "")[:500]
    try:
        askings.answer(row, yes=said == "yes", reason=reason, seat=seat, at=timezone.now())
    except UnableTo as refusal:
        return _page(request, seat, row, why=str(refusal))
    messages.success(request, "It is on the register now." if said == "yes" else "Answered.")
    return redirect("asking", school=seat.school.slug, asking=asking)


def _sent(request: HttpRequest, seat: Seat, form: WishForm, policy: InForce, found: Judged) -> HttpResponse:
    try:
        row = askings.ask(form.wish(), seat=seat, at=timezone.now())
    except UnableTo as refusal:
        form.add_error(None, str(refusal))
        return _form(request, form, policy, found)
    messages.success(request, f"Sent. It is answered by {route_words(row.route)}.")
    return redirect("asking", school=seat.school.slug, asking=row.pk)


def _form(request: HttpRequest, form: WishForm, policy: InForce | None, found: Judged | None) -> HttpResponse:
    shown: dict[str, Any] = {"form": form, "policy": policy, "found": found}
    if found is not None:
        told = found.told
        shown |= {"told": told, "words": words_of(told), "questions": list(questions(told)), "who": who_agrees(told)}
    return render(request, "askings/add.html", shown, status=422 if form.errors else 200)


def _page(request: HttpRequest, seat: Seat, row: Asking, *, why: str = "") -> HttpResponse:
    may = not row.answer and row.asked_by_id != seat.person.pk and answers(seat.roles, row.route)
    anybody = may or bool(row.answer) or askings.decides(row, at=timezone.now()) is not None
    shown = {"row": row, "why": why, "may": may, "who": route_words(row.route), "said": request.POST,
             "anybody": anybody}  # fmt: skip
    return render(request, "askings/asking.html", shown, status=422 if why else 200)


def _found(seat: Seat, pk: int) -> Asking:
    try:
        return wish_at(seat.school, pk)
    except Asking.DoesNotExist:
        raise Http404 from None


_HERE = "<slug:school>/accounts/wishes/"

urlpatterns = [
    path(_HERE, asking_list, name="asking_list"),
    path(f"{_HERE}add/", asking_add, name="asking_add"),
    path(f"{_HERE}<int:asking>/", asking, name="asking"),
    path(f"{_HERE}<int:asking>/answer/", asking_answer, name="asking_answer"),
]
