"""What waits for sign-off, and the page on which it is read and decided."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone

from gatepost.channels.queries import all_channels
from gatepost.publishing import queries
from gatepost.publishing.actions import signoff
from gatepost.publishing.models import Approval, Version
from gatepost.publishing.queue import queue, rows
from gatepost.publishing.sheet import Sheet, sheet
from gatepost.publishing.uses import waiting_that_may_not
from gatepost.publishing.wording import NEVER_WHICH
from gatepost.schools.errors import NotAllowed, UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat
from gatepost.web.claims import claims
from gatepost.web.forms.signoff import Decision, decision
from gatepost.web.page import school_page
from gatepost.web.posting import paged, post_only


@school_page(Permission.SEE_POSTS)
def signoff_queue(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show what waits: first what this person may sign, the longest first."""
    waiting = queue(seat)
    names = {channel.pk: channel for channel in all_channels(seat.school)}
    page = paged(waiting.order, request)
    page.object_list = rows(seat, list(page))
    cannot = waiting_that_may_not(
        seat.school, [one.version for one in page.object_list], channels=names, at=timezone.now()
    )
    shown = {"page": page, "channels": names, "mine": waiting.mine, "all": len(waiting.order), "cannot": cannot}
    return render(request, "publishing/signoff_queue.html", shown)


@school_page(Permission.SEE_POSTS)
def signoff_page(request: HttpRequest, seat: Seat, version: int) -> HttpResponse:
    """Show one version to whoever decides about it. One that does not wait any more is shown as a record."""
    found = _found(seat, version)
    if not _waits(found):
        return redirect("version", school=seat.school.slug, version=found.pk)
    return _page(request, seat, found, Decision())


@post_only("signoff")
@school_page(Permission.SIGN_OFF)
def approve(request: HttpRequest, seat: Seat, version: int) -> HttpResponse:
    """Say yes to exactly what was read."""
    found, said = _found(seat, version), decision(request.POST)
    try:
        given = signoff.approve(found, seat=seat, seen=said.seen, answers=said.answers, at=timezone.now())
    except (NotAllowed, UnableTo) as refusal:
        before = [one for one in found.approvals.all() if one.yes and one.person_id == seat.person.pk]
        if before:
            return _given(request, found, before[0])
        return _again(request, seat, found, said, refusal, about="questions")
    done = given.version.post.status == "approved"
    messages.success(request, _SIGNED if done else "Your approval is given. It still waits for somebody else’s.")
    return redirect("signoff_queue", school=seat.school.slug)


@post_only("signoff")
@school_page(Permission.SIGN_OFF)
def send_back(request: HttpRequest, seat: Seat, version: int) -> HttpResponse:
    """Say no, and what should change."""
    found, said = _found(seat, version), decision(request.POST)
    try:
        signoff.send_back(found, seat=seat, reason=said.reason, for_a_picture=said.for_a_picture, at=timezone.now())
    except (NotAllowed, UnableTo) as refusal:
        return _again(request, seat, found, said, refusal, about="reason")
    messages.success(request, f"Sent back to {found.post.author}, with what you wrote.")
    return redirect("signoff_queue", school=seat.school.slug)


def _given(request: HttpRequest, version: Version, given: Approval) -> HttpResponse:
    """Tell somebody who approves once more, as from a page that they went back to, that they have."""
    return render(request, "publishing/signoff_given.html", {"version": version, "given": given}, status=409)


def _again(
    request: HttpRequest, seat: Seat, version: Version, said: Decision, refusal: Exception, *, about: str
) -> HttpResponse:
    """Show the page again with what was answered and typed; where it is not what was read any more, say so."""
    if not _waits(version) or (said.seen and said.seen != version.digest):
        now = queries.current_version(version.post)
        return render(request, "publishing/signoff_changed.html", {"now": now, "said": said}, status=409)
    return _page(request, seat, version, said, why=str(refusal), about=about)


def _page(
    request: HttpRequest, seat: Seat, version: Version, said: Decision, *, why: str = "", about: str = ""
) -> HttpResponse:
    read = sheet(version, seat, at=timezone.now())
    shown = {"sheet": read, "version": version, "said": said, "why": why, "about": about,
             "chosen": read.chosen,
             "never_which": NEVER_WHICH, "claims": claims(version.content),
             "problems": _problems(read, said, why=why, about=about)}  # fmt: skip
    return render(request, "publishing/signoff.html", shown, status=422 if why else 200)


def _problems(read: Sheet, said: Decision, *, why: str, about: str) -> list[tuple[str, str]]:
    """Return what is wrong, each with the id of where it is: every question that has no answer, not the first alone."""
    if about == "questions" and read.turn.mine:
        asked = enumerate(read.questions, start=1)
        missing = [(f"question-{n}", f"Answer this: {one.ask}") for n, one in asked if not said.answers.get(one.key)]
        if missing:
            return missing
    return [(about, why)] if why else []


def _found(seat: Seat, pk: int) -> Version:
    version = queries.version(seat.school, pk, at=timezone.now())
    if version is None:
        raise Http404
    return version


def _waits(version: Version) -> bool:
    return version.ended_at is None and version.post.status == "waiting"


_SIGNED = "Signed off. It can be posted now."

urlpatterns = [
    path("<slug:school>/sign-off/", signoff_queue, name="signoff_queue"),
    path("<slug:school>/sign-off/<int:version>/", signoff_page, name="signoff"),
    path("<slug:school>/sign-off/<int:version>/approve/", approve, name="signoff_approve"),
    path("<slug:school>/sign-off/<int:version>/send-back/", send_back, name="signoff_send_back"),
]
