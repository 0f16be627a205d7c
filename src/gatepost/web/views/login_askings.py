"""Wishes for the login of an account: asked where the policy wants somebody's agreement in writing, and answered."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone

from gatepost.channels.logins import login_asking_at, login_askings
from gatepost.channels.models import LoginAsking
from gatepost.channels.queries import open_channels
from gatepost.duties.actions import login_askings as actions
from gatepost.duties.actions.askings import decides
from gatepost.policy.controls.base import route_words
from gatepost.schools.errors import UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.roles import answers
from gatepost.schools.seat import Seat
from gatepost.web.forms.login_askings import LoginAskingForm
from gatepost.web.page import school_page
from gatepost.web.posting import paged, post_only


@school_page(Permission.SEE_POLICY)
def login_asking_list(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show who asked for which login, those first that wait, and the form to ask."""
    return _list(request, seat, _form(request, seat))


@post_only("login_asking_list")
@school_page(Permission.SEE_POLICY)
def login_asking_add(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Ask for a login. What the policy leaves nobody to decide is not sent, and its clause is named."""
    form = _form(request, seat)
    try:
        row = actions.ask(form.channel(), purpose=form.purpose_said(), seat=seat, at=timezone.now())
    except UnableTo as refusal:
        form.refuse(str(refusal))
        return _list(request, seat, form)
    messages.success(request, f"Sent. It is answered by {route_words(row.route)}.")
    return redirect("login_asking", school=seat.school.slug, login_asking=row.pk)


@school_page(Permission.SEE_POLICY)
def login_asking(request: HttpRequest, seat: Seat, login_asking: int) -> HttpResponse:
    """Show one wish, and the form of the answer to those who may give it."""
    return _page(request, seat, _found(seat, login_asking))


@post_only("login_asking")
@school_page(Permission.SEE_POLICY)
def login_asking_answer(request: HttpRequest, seat: Seat, login_asking: int) -> HttpResponse:
    """Say yes or no in writing."""
    row, said = _found(seat, login_asking), request.POST.get("answer", "")
    if said not in {"yes", "no"}:
        return _page(request, seat, row, why="Choose yes or no.")
    reason = request.POST.get("reason", "")[:500]
    try:
        actions.answer(row, yes=said == "yes", reason=reason, seat=seat, at=timezone.now())
    except UnableTo as refusal:
        return _page(request, seat, row, why=str(refusal))
    messages.success(request, "Answered. The record keeps it.")
    return redirect("login_asking", school=seat.school.slug, login_asking=login_asking)


def _form(request: HttpRequest, seat: Seat) -> LoginAskingForm:
    accounts = open_channels(seat.school, on=timezone.localdate()).filter(kind="account")
    return LoginAskingForm(request.POST or None, accounts=accounts)


def _list(request: HttpRequest, seat: Seat, form: LoginAskingForm) -> HttpResponse:
    shown = {"page": paged(login_askings(seat.school), request), "form": form}
    return render(request, "login_askings/list.html", shown, status=422 if form.errors else 200)


def _page(request: HttpRequest, seat: Seat, row: LoginAsking, *, why: str = "") -> HttpResponse:
    may = not row.answer and row.asked_by_id != seat.person.pk and answers(seat.roles, row.route)
    anybody = may or bool(row.answer) or decides(row, at=timezone.now()) is not None
    shown = {"row": row, "why": why, "may": may, "who": route_words(row.route), "said": request.POST,
             "anybody": anybody}  # fmt: skip
    return render(request, "login_askings/one.html", shown, status=422 if why else 200)


def _found(seat: Seat, pk: int) -> LoginAsking:
    try:
        return login_asking_at(seat.school, pk)
    except LoginAsking.DoesNotExist:
        raise Http404 from None


_HERE = "<slug:school>/accounts/logins/"

urlpatterns = [
    path(_HERE, login_asking_list, name="login_asking_list"),
    path(f"{_HERE}add/", login_asking_add, name="login_asking_add"),
    path(f"{_HERE}<int:login_asking>/", login_asking, name="login_asking"),
    path(f"{_HERE}<int:login_asking>/answer/", login_asking_answer, name="login_asking_answer"),
]
