"""The public page of official accounts: for anybody, without signing in, and without a cookie."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Final

from allauth.core.internal import ratelimit
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from gatepost.channels.official import public_school, public_schools, recognise
from gatepost.schools.models import School
from gatepost.web.official import WORDS
from gatepost.web.public_list import public_list
from gatepost.web.qr import qr

LIMIT: Final = {"official": "240/m/ip"}
"""Families of a whole estate may share an address; whoever copies lists by the thousand waits."""
CACHED: Final = "public, max-age=300"
"""Seconds for which others may keep the page. What is closed in a hurry is gone from it in five minutes."""


def public(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Make a view that anybody may open. No cookie is read or set, so no other page can act for somebody here."""

    @csrf_exempt
    @wraps(view)
    def opened(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        if not ratelimit.consume(request, app="gatepost", action="official", config=LIMIT, limit_get=True):
            return _kept(render(request, "official/wait.html", status=429), "no-store")
        return view(request, **kwargs)

    return opened


def of_school(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Make a public view that is given the school; any other address is told that there is no such page."""

    @public
    @wraps(view)
    def opened(request: HttpRequest, school: str) -> HttpResponse:
        found = public_school(school)
        return _absent(request) if found is None else view(request, found)

    return opened


@of_school
def official_page(request: HttpRequest, school: School) -> HttpResponse:
    """Show the list. An address that is posted is compared with it, and neither kept nor written down."""
    shown: dict[str, Any] = {"school": school, "listed": public_list(school, at=timezone.now())}
    if request.method != "POST":
        return _kept(render(request, "official/page.html", shown), CACHED)
    asked = request.POST.get("page", "")[:500]
    if asked.strip():
        found = recognise(asked, shown["listed"])
        entries = [(one, WORDS[one.state]) for one in found.entries]
        shown |= {"asked": asked, "found": found, "entries": entries, "words": WORDS[found.state]}
    return _kept(render(request, "official/page.html", shown), "private, no-store")


@of_school
def official_print(request: HttpRequest, school: School) -> HttpResponse:
    """Show the list as a sheet for the wall or the newsletter, with a code that leads to the page."""
    address = request.build_absolute_uri(reverse("official", kwargs={"school": school.slug}))
    shown = {
        "school": school,
        "listed": public_list(school, at=timezone.now()),
        "address": address,
        "code": qr(address),
    }
    return _kept(render(request, "official/print.html", shown), CACHED)


@of_school
def official_json(_request: HttpRequest, school: School) -> HttpResponse:
    """Return the list for a program, such as the school's website."""
    answer = JsonResponse(public_list(school, at=timezone.now()).as_json(), json_dumps_params={"indent": 2})
    answer["Access-Control-Allow-Origin"] = "*"
    return _kept(answer, CACHED)


@public
def official_trust(request: HttpRequest, trust: str) -> HttpResponse:
    """Show the pages of a trust's schools."""
    found, schools = public_schools(trust)
    if found is None:
        return _absent(request)
    return _kept(render(request, "official/trust.html", {"trust": found, "schools": schools}), CACHED)


def _absent(request: HttpRequest) -> HttpResponse:
    return _kept(render(request, "official/absent.html", status=404), "no-store")


def _kept(response: HttpResponse, how: str) -> HttpResponse:
    response["Cache-Control"] = how
    response["Referrer-Policy"] = "no-referrer"
    return response


_HERE = "official/<slug:school>/"

urlpatterns = [
    path("official/trust/<slug:trust>/", official_trust, name="official_trust"),
    path(_HERE, official_page, name="official"),
    path(f"{_HERE}print/", official_print, name="official_print"),
    path(f"{_HERE}accounts.json", official_json, name="official_json"),
]
