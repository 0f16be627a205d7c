"""Who may be asked about a pupil: parents and carers, added, changed, and asked no more."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone

from gatepost.consents.actions import contacts as kept
from gatepost.consents.actions import looks
from gatepost.consents.models import Contact, Pupil
from gatepost.consents.records import contact_of, contacts_ever
from gatepost.publishing.actions import withdrawals
from gatepost.schools.errors import UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat
from gatepost.web.forms.contacts import ContactForm, known
from gatepost.web.page import school_page
from gatepost.web.posting import post_only
from gatepost.web.pupil_page import found as found_pupil


@school_page(Permission.RECORD_ANSWERS)
def pupil_contacts(request: HttpRequest, seat: Seat, pupil: int) -> HttpResponse:
    """Show who is asked about a pupil, and who was."""
    return _list(request, seat, found_pupil(seat, pupil))


@school_page(Permission.RECORD_ANSWERS)
def pupil_contact_add(request: HttpRequest, seat: Seat, pupil: int) -> HttpResponse:
    """Add somebody."""
    found, form = found_pupil(seat, pupil), ContactForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            kept.add(found, by=seat.actor, at=timezone.now(), **form.as_contact())
        except UnableTo as refusal:
            form.add_error("name", str(refusal))
        else:
            return _done(request, seat, pupil, "They are added. Ask them: nobody’s silence is a yes.")
    return _form(request, found, form)


@school_page(Permission.RECORD_ANSWERS)
def pupil_contact(request: HttpRequest, seat: Seat, pupil: int, contact: int) -> HttpResponse:
    """Change what is kept of somebody."""
    one = _contact(seat, pupil, contact)
    form = ContactForm(request.POST or None, initial=known(one))
    if request.method != "POST":
        looks.look(one.pupil, seat=seat, at=timezone.now())
    elif form.is_valid():
        try:
            withdrawals.change_contact(one, by=seat.actor, at=timezone.now(), **form.as_contact())
        except UnableTo as refusal:
            form.add_error("name", str(refusal))
        else:
            return _done(request, seat, pupil, "It is changed, and counts from now on.")
    return _form(request, one.pupil, form, contact=one)


@post_only("pupil_contact")
@school_page(Permission.RECORD_ANSWERS)
def pupil_contact_end(request: HttpRequest, seat: Seat, pupil: int, contact: int) -> HttpResponse:
    """Ask somebody no more."""
    withdrawals.end_contact(_contact(seat, pupil, contact), by=seat.actor, at=timezone.now())
    return _done(request, seat, pupil, "They are asked no more. A yes of theirs counts no more; a no would stay.")


@post_only("pupil_contact")
@school_page(Permission.RECORD_ANSWERS)
def pupil_contact_again(request: HttpRequest, seat: Seat, pupil: int, contact: int) -> HttpResponse:
    """Ask somebody again."""
    one = _contact(seat, pupil, contact)
    try:
        withdrawals.ask_again(one, by=seat.actor, at=timezone.now())
    except UnableTo as refusal:
        return _list(request, seat, one.pupil, why=str(refusal))
    return _done(request, seat, pupil, "They are asked again. What they had answered has its say again.")


def _list(request: HttpRequest, seat: Seat, pupil: Pupil, *, why: str = "") -> HttpResponse:
    now = timezone.now()
    looks.look(pupil, seat=seat, at=now)
    rows, today = list(contacts_ever(pupil)), timezone.localdate(now)
    asked = [one for one in rows if one.ended_on is None or one.ended_on >= today]
    shown = {"pupil": pupil, "asked": asked, "before": [one for one in rows if one not in asked], "why": why}
    return render(request, "contacts/list.html", shown, status=422 if why else 200)


def _form(request: HttpRequest, pupil: Pupil, form: ContactForm, *, contact: Contact | None = None) -> HttpResponse:
    wrong = request.method == "POST"
    shown: dict[str, Any] = {"pupil": pupil, "form": form, "contact": contact, "wrong": wrong}
    return render(request, "contacts/form.html", shown, status=422 if wrong else 200)


def _contact(seat: Seat, pupil: int, pk: int) -> Contact:
    try:
        return contact_of(found_pupil(seat, pupil), pk)
    except Contact.DoesNotExist:
        raise Http404 from None


def _done(request: HttpRequest, seat: Seat, pupil: int, says: str) -> HttpResponse:
    messages.success(request, says)
    return redirect("pupil_contacts", school=seat.school.slug, pupil=pupil)


_HERE = "<slug:school>/pupils/<int:pupil>/contacts/"

urlpatterns = [
    path(_HERE, pupil_contacts, name="pupil_contacts"),
    path(f"{_HERE}add/", pupil_contact_add, name="pupil_contact_add"),
    path(f"{_HERE}<int:contact>/", pupil_contact, name="pupil_contact"),
    path(f"{_HERE}<int:contact>/end/", pupil_contact_end, name="pupil_contact_end"),
    path(f"{_HERE}<int:contact>/again/", pupil_contact_again, name="pupil_contact_again"),
]
