"""The page of a family: its answers and what became of them, by a link and without an account."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any

from allauth.core.internal import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from gatepost.consents.actions import links
from gatepost.consents.families import Page
from gatepost.consents.links import found
from gatepost.consents.models import Link
from gatepost.publishing.actions import families
from gatepost.publishing.outlets import page_of
from gatepost.publishing.removals import removals
from gatepost.schools.errors import UnableTo
from gatepost.web.families import chosen, sections

LIMIT = {"family": "60/m/ip"}
"""A family taps a few times; whoever guesses at links does not."""


def by_link(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Make a view that is given the open link of the address; any other address is told kindly what to do.

    No cookie is read or set: the address is all that its holder has, and so nobody else's page can send the form.
    """

    @csrf_exempt
    @wraps(view)
    def opened(request: HttpRequest, token: str) -> HttpResponse:
        if not ratelimit.consume(request, app="gatepost", action="family", config=LIMIT, limit_get=True):
            return _quiet(render(request, "families/wait.html", status=429))
        at, link = timezone.now(), found(token)
        if link is None or not link.is_open(at):
            return _quiet(render(request, "families/ended.html", _of(link, at), status=410))
        return _quiet(view(request, link, token=token))

    return opened


@by_link
def family_page(request: HttpRequest, link: Link, *, token: str) -> HttpResponse:
    """Show today's answers; what is posted changes them."""
    if request.method == "POST":
        return _answered(request, link, token)
    links.opened(link, by=links.actor(link), at=timezone.now())
    return _page(request, link, page_of(link, at=timezone.now()))


@by_link
def family_saved(request: HttpRequest, link: Link, *, token: str) -> HttpResponse:
    """Show that it is saved, and what follows from it."""
    shown = {"link": link, "school": link.pupil.school, "token": token,
             "removals": removals(link, at=timezone.now())}  # fmt: skip
    return render(request, "families/saved.html", shown)


def _answered(request: HttpRequest, link: Link, token: str) -> HttpResponse:
    page = page_of(link, at=timezone.now())
    wanted, words = chosen(page, request.POST), request.POST.get("words", "")
    try:
        families.answer(link, chosen=wanted, shown=words, by=links.actor(link), at=timezone.now())
    except UnableTo as refusal:
        return _page(request, link, page, why=str(refusal), wanted=wanted)
    return redirect("family_saved", token=token)


def _page(
    request: HttpRequest, link: Link, page: Page, *, why: str = "", wanted: dict[str, bool] | None = None
) -> HttpResponse:
    shown = {"link": link, "school": link.pupil.school, "page": page, "sections": sections(page, wanted or {}),
             "why": why, "words": page.words,
             "removals": removals(link, at=timezone.now())}  # fmt: skip
    return render(request, "families/page.html", shown, status=422 if why else 200)


def _of(link: Link | None, at: datetime) -> dict[str, Any]:
    if link is None:
        return {"link": None, "school": None, "asked": True}
    return {"link": link, "school": link.pupil.school, "asked": link.is_of_somebody_asked(at)}


def _quiet(response: HttpResponse) -> HttpResponse:
    """Keep a page out of caches, searches and the logs of what it links to."""
    headers: dict[str, Any] = {"Cache-Control": "private, no-store", "Referrer-Policy": "no-referrer",
                               "X-Robots-Tag": "noindex, nofollow"}  # fmt: skip
    for name, value in headers.items():
        response[name] = value
    return response


urlpatterns = [
    path("families/<str:token>/", family_page, name="family"),
    path("families/<str:token>/saved/", family_saved, name="family_saved"),
]
