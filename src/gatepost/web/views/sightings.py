"""Accounts that may be taken for the school's: reported by anybody, decided about, and what follows."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone

from gatepost.channels import deciding
from gatepost.channels.actions import sightings as kept
from gatepost.channels.decisions import DECISIONS, disclaimer
from gatepost.channels.models import Sighting
from gatepost.channels.sighted import account_of, reported, reported_by, sighting
from gatepost.channels.told import questions, who_agrees, words_of
from gatepost.duties.actions import sightings as decided
from gatepost.duties.queries import about
from gatepost.handbook.queries import policy_in_force
from gatepost.schools.errors import UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat
from gatepost.web.forms.sightings import DecideForm, ReportForm
from gatepost.web.page import school_page
from gatepost.web.posting import paged, post_only


@school_page(Permission.SEE_POLICY)
def sighting_report(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Take the report of an account, by anybody at the school, and show what they have reported so far."""
    form = ReportForm(request.POST or None)
    if form.is_bound and form.is_valid():
        try:
            kept.report(form.as_account(), note=form.cleaned_data["note"], seat=seat, at=timezone.now())
        except UnableTo as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Thank you. Whoever keeps the accounts decides what it is, and you see it here.")
            return redirect("sighting_report", school=seat.school.slug)
    shown = {"form": form, "mine": list(reported_by(seat.person, seat.school)[:20])}
    return render(request, "sightings/report.html", shown, status=422 if form.errors else 200)


@school_page(Permission.SEE_CHANNELS)
def sightings(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show every account that was reported, those first that wait for a decision."""
    return render(request, "sightings/list.html", {"page": paged(reported(seat.school), request)})


@school_page(Permission.SEE_CHANNELS)
def sighting_page(request: HttpRequest, seat: Seat, sighting: int) -> HttpResponse:
    """Show one of them, what the policy makes of it, and what was decided."""
    return _page(request, seat, _found(seat, sighting), DecideForm())


@post_only("sighting")
@school_page(Permission.MANAGE_CHANNELS)
def sighting_decide(request: HttpRequest, seat: Seat, sighting: int) -> HttpResponse:
    """Decide what it is."""
    row, form = _found(seat, sighting), DecideForm(request.POST)
    if not form.is_valid():
        return _page(request, seat, row, form)
    try:
        decided.decide(row, seat=seat, at=timezone.now(), **form.cleaned_data)
    except UnableTo as refusal:
        return _page(request, seat, row, form, why=str(refusal))
    messages.success(request, "It is decided. What follows stands below.")
    return redirect("sighting", school=seat.school.slug, sighting=sighting)


@post_only("sighting")
@school_page(Permission.MANAGE_CHANNELS)
def sighting_done(request: HttpRequest, seat: Seat, sighting: int) -> HttpResponse:
    """Say that the next step is done."""
    row = _found(seat, sighting)
    try:
        decided.finish(row, proof=request.POST.get("proof", "")[:500], seat=seat, at=timezone.now())
    except UnableTo as refusal:
        return _page(request, seat, row, DecideForm(), why=str(refusal))
    messages.success(request, "Done.")
    return redirect("sighting", school=seat.school.slug, sighting=sighting)


@post_only("sighting")
@school_page(Permission.MANAGE_CHANNELS)
def sighting_show(request: HttpRequest, seat: Seat, sighting: int) -> HttpResponse:
    """List a fake on the public page, or list it there no more."""
    row = _found(seat, sighting)
    try:
        decided.show(row, shown=request.POST.get("shown") == "yes", seat=seat, at=timezone.now())
    except UnableTo as refusal:
        return _page(request, seat, row, DecideForm(), why=str(refusal))
    return redirect("sighting", school=seat.school.slug, sighting=sighting)


@school_page(Permission.MANAGE_CHANNELS)
def sighting_letter(request: HttpRequest, seat: Seat, sighting: int) -> HttpResponse:
    """Show the letter to whoever runs it, to print."""
    row = _found(seat, sighting)
    if not row.decision or not DECISIONS[row.decision].letter:
        return redirect("sighting", school=seat.school.slug, sighting=sighting)
    shown = {"row": row, "words": disclaimer(seat.school), "duty": _duty(seat, row), **_told(seat, row)}
    return render(request, "sightings/letter.html", shown)


def _page(request: HttpRequest, seat: Seat, row: Sighting, form: DecideForm, *, why: str = "") -> HttpResponse:
    shown: dict[str, Any] = {"row": row, "form": form, "why": why, "decision": DECISIONS.get(row.decision),
                             "decisions": DECISIONS, "duty": _duty(seat, row), **_told(seat, row)}  # fmt: skip
    return render(request, "sightings/sighting.html", shown, status=422 if why or form.errors else 200)


def _told(seat: Seat, row: Sighting) -> dict[str, Any]:
    """Return what the policy in force makes of it: nothing where none was adopted."""
    policy = policy_in_force(seat.school, on=timezone.localdate())
    if policy is None:
        return {}
    told = deciding.about_account(account_of(row), school=seat.school, policy=policy, at=timezone.now())
    return {"told": told, "words_told": words_of(told), "questions": list(questions(told)), "who": who_agrees(told)}


def _duty(seat: Seat, row: Sighting) -> Any:
    return about(seat.school, decided.about(row)).order_by("-pk").first()


def _found(seat: Seat, pk: int) -> Sighting:
    try:
        return sighting(seat.school, pk)
    except Sighting.DoesNotExist:
        raise Http404 from None


_HERE = "<slug:school>/accounts/sightings/"
_ONE = f"{_HERE}<int:sighting>/"

urlpatterns = [
    path(_HERE, sightings, name="sightings"),
    path(f"{_HERE}report/", sighting_report, name="sighting_report"),
    path(_ONE, sighting_page, name="sighting"),
    path(f"{_ONE}decide/", sighting_decide, name="sighting_decide"),
    path(f"{_ONE}done/", sighting_done, name="sighting_done"),
    path(f"{_ONE}show/", sighting_show, name="sighting_show"),
    path(f"{_ONE}letter/", sighting_letter, name="sighting_letter"),
]
