"""What went out, and each version as it was signed off."""

from typing import Final

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils import timezone

from gatepost.audit import queries as record
from gatepost.channels.queries import all_channels
from gatepost.duties.queries import open_about
from gatepost.handbook.queries import adopted_as
from gatepost.publishing import queries
from gatepost.publishing.actions.takedowns import KIND
from gatepost.publishing.changes import changes_until
from gatepost.publishing.pictures.keeping import gone_from
from gatepost.publishing.sheet import signed
from gatepost.publishing.vouching import chosen_by_author, roles_of
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat
from gatepost.web.numbers import number
from gatepost.web.page import school_page
from gatepost.web.posting import PER_PAGE

LATEST: Final = 12
"""Events on the page of a version; the rest is on the post's history."""


@school_page(Permission.SEE_POSTS)
def archive(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show what went out, where and when; by words and by account.

    What is looked for is sent, and is never part of an address: it may be a pupil's name.
    """
    said = request.POST
    words, channel = said.get("words", "").strip(), said.get("channel", "")
    rows = queries.archive(seat.school, words=words, channel=number(channel))
    page = Paginator(rows, PER_PAGE).get_page(said.get("page") or request.GET.get("page"))
    asked = open_about(seat.school, [row.subject for row in page], kind=KIND)
    shown = {"page": page, "words": words, "channel": channel, "asked": asked, "all": page.paginator.count,
             "channels": all_channels(seat.school)}  # fmt: skip
    return render(request, "publishing/archive.html", shown)


@school_page(Permission.SEE_POSTS)
def version_page(request: HttpRequest, seat: Seat, version: int) -> HttpResponse:
    """Show a version as it was signed off: what, where, by whom, under which policy, and what happened to it."""
    found = queries.version(seat.school, version, at=timezone.now())
    if found is None:
        raise Http404
    deliveries = queries.deliveries_of(found)
    shown = {"version": found, "gone": gone_from(found), "deliveries": deliveries, "signed": list(signed(found)),
             "chosen": chosen_by_author(found, roles_of(found), at=timezone.now()),
             "policies": adopted_as(seat.school, found.policy_digest),
             "put_right": changes_until(found) if seat.may(Permission.SEE_PUPILS) else [],
             "going": [{"channel": one.channel, "too_much": ()} for one in deliveries],
             "events": record.about(seat.school.trust.slug, found.post.subject)[:LATEST]}  # fmt: skip
    return render(request, "publishing/version.html", shown)


urlpatterns = [
    path("<slug:school>/archive/", archive, name="archive"),
    path("<slug:school>/versions/<int:version>/", version_page, name="version"),
]
