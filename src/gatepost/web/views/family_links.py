"""Giving a family its page: by e-mail, or as a letter with a code."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone

from gatepost.consents.actions import links, looks
from gatepost.consents.linked import Reader, link_of, readers_of
from gatepost.consents.models import Pupil
from gatepost.schools.errors import UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat
from gatepost.web.numbers import number
from gatepost.web.page import school_page
from gatepost.web.posting import post_only
from gatepost.web.pupil_page import found as found_pupil
from gatepost.web.qr import qr


@school_page(Permission.RECORD_ANSWERS)
def pupil_family(request: HttpRequest, seat: Seat, pupil: int) -> HttpResponse:
    """Show who is asked about a pupil, and which of them has a link."""
    return _page(request, seat, found_pupil(seat, pupil))


@post_only("pupil_family")
@school_page(Permission.RECORD_ANSWERS)
def pupil_family_send(request: HttpRequest, seat: Seat, pupil: int) -> HttpResponse:
    """Send somebody their link by e-mail."""
    found = found_pupil(seat, pupil)
    reader = _reader(request, found)
    if reader is None:
        return _page(request, seat, found, why=_NOT_ASKED)
    if reader.contact is None:
        return _page(request, seat, found, why="Pupils get a letter: Gatepost keeps no e-mail address of theirs.")
    address = request.build_absolute_uri(reverse("family", kwargs={"token": "TOKEN"}))
    try:
        links.send(reader.contact, address=address, seat=seat, at=timezone.now())
    except UnableTo as refusal:
        return _page(request, seat, found, why=str(refusal))
    messages.success(request, "Sent. Any older link of theirs has ended.")
    return redirect("pupil_family", school=seat.school.slug, pupil=found.pk)


@post_only("pupil_family")
@school_page(Permission.RECORD_ANSWERS)
def pupil_letter(request: HttpRequest, seat: Seat, pupil: int) -> HttpResponse:
    """Make a letter with a link, to print. The address is shown this once: Gatepost keeps only a digest of it."""
    found = found_pupil(seat, pupil)
    reader = _reader(request, found)
    if reader is None:
        return _page(request, seat, found, why=_NOT_ASKED)
    made = links.make(found, contact=reader.contact, way="letter", seat=seat, at=timezone.now())
    address = request.build_absolute_uri(reverse("family", kwargs={"token": made.token}))
    shown = {"pupil": found, "contact": reader.contact, "link": made.link, "address": address, "code": qr(address)}
    answer = render(request, "families/letter.html", shown)
    answer["Cache-Control"] = "private, no-store"
    return answer


@post_only("pupil_family")
@school_page(Permission.RECORD_ANSWERS)
def pupil_family_end(request: HttpRequest, seat: Seat, pupil: int) -> HttpResponse:
    """End a link before its time."""
    found, pk = found_pupil(seat, pupil), number(request.POST.get("link", ""))
    link = None if pk is None else link_of(seat.school, found, pk)
    if link is not None:
        links.revoke(link, seat=seat, at=timezone.now())
        messages.success(request, "The link is ended. What was answered by it still counts.")
    return redirect("pupil_family", school=seat.school.slug, pupil=found.pk)


def _reader(request: HttpRequest, pupil: Pupil) -> Reader | None:
    """Return whom the form names, if it is somebody whom the school asks."""
    now, named = timezone.now(), request.POST.get("reader", "")
    readers = readers_of(pupil, on=timezone.localdate(now), at=now)
    return next((one for one in readers if one.key == named and one.is_asked), None)


def _page(request: HttpRequest, seat: Seat, pupil: Pupil, *, why: str = "") -> HttpResponse:
    now = timezone.now()
    looks.look(pupil, seat=seat, at=now)
    shown = {"pupil": pupil, "readers": readers_of(pupil, on=timezone.localdate(now), at=now), "now": now, "why": why}
    return render(request, "families/office.html", shown, status=422 if why else 200)


_NOT_ASKED = "Choose somebody on this page: the school asks nobody else about this pupil."
_HERE = "<slug:school>/pupils/<int:pupil>/family/"

urlpatterns = [
    path(_HERE, pupil_family, name="pupil_family"),
    path(f"{_HERE}send/", pupil_family_send, name="pupil_family_send"),
    path(f"{_HERE}letter/", pupil_letter, name="pupil_letter"),
    path(f"{_HERE}end/", pupil_family_end, name="pupil_family_end"),
]
