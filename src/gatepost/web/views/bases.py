"""On what permissions rest: the lawful bases, who is asked, and what families are told."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone

from gatepost.consents.actions import wordings
from gatepost.consents.customs import custom_of
from gatepost.consents.elements import BASES, ELEMENTS, TIERS
from gatepost.consents.records import bases_of, wordings_of
from gatepost.publishing.actions import withdrawals
from gatepost.schools.errors import UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat
from gatepost.web.forms.pupils import AskingForm, BasisForm, WordingForm
from gatepost.web.page import school_page
from gatepost.web.posting import post_only


@school_page(Permission.SET_BASES)
def bases(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show on what permissions rest, with the forms that change it."""
    return _page(request, seat)


@post_only("bases")
@school_page(Permission.SET_BASES)
def basis_set(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Let one element in one place rest on another basis."""
    form = BasisForm(request.POST)
    if form.is_valid():
        try:
            withdrawals.set_basis(seat=seat, at=timezone.now(), **form.cleaned_data)
        except UnableTo as refusal:
            form.add_error("note", str(refusal))
        else:
            return _done(request, seat, "The basis is set. It holds from now on.")
    return _page(request, seat, basis=form)


@post_only("bases")
@school_page(Permission.SET_BASES)
def asking_set(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Say who is asked."""
    form = AskingForm(request.POST)
    if not form.is_valid():
        return _page(request, seat, asking=form)
    withdrawals.set_asking(seat=seat, at=timezone.now(), **form.as_asking())
    return _done(request, seat, "It is settled who is asked. Ask those whom it makes new: no yes is carried over.")


@post_only("bases")
@school_page(Permission.SET_BASES)
def wording_publish(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Publish the next text of the form."""
    form = WordingForm(request.POST)
    if not form.is_valid():
        return _page(request, seat, wording=form)
    made = wordings.publish(text=form.cleaned_data["text"], seat=seat, at=timezone.now())
    return _done(request, seat, f"Form {made.number} is what families are told from now on.")


def _page(request: HttpRequest, seat: Seat, **forms: Any) -> HttpResponse:
    custom = custom_of(seat.school, on=timezone.localdate())
    since = f"year {custom.from_year}" if custom.from_year is not None else f"age {custom.from_age}"
    known = {"since": since if since != "age None" else "", "with_parent": custom.with_parent}
    shown = {
        "rows": bases_of(seat.school, at=timezone.now()),
        "wordings": list(wordings_of(seat.school).filter(tier="")[:20]),
        "basis": BasisForm(), "asking": AskingForm(initial=known), "wording": WordingForm(), "tiers": TIERS,
        "elements": ELEMENTS, "bases": BASES, **forms, "wrong": [*forms.values()],
    }  # fmt: skip
    return render(request, "pupils/bases.html", shown, status=422 if forms else 200)


def _done(request: HttpRequest, seat: Seat, says: str) -> HttpResponse:
    messages.success(request, says)
    return redirect("bases", school=seat.school.slug)


_HERE = "<slug:school>/permissions/"

urlpatterns = [
    path(_HERE, bases, name="bases"),
    path(f"{_HERE}basis/", basis_set, name="basis_set"),
    path(f"{_HERE}asking/", asking_set, name="asking_set"),
    path(f"{_HERE}wording/", wording_publish, name="wording_publish"),
]
