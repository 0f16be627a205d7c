"""The record, as people read it."""

from collections.abc import Sequence
from typing import Any, Final

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils import timezone

from gatepost.audit import queries as record
from gatepost.audit.models import Event
from gatepost.publishing import queries
from gatepost.publishing.changes import changes_of
from gatepost.publishing.models import Change, Post, Version
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat
from gatepost.web.page import school_page
from gatepost.web.posting import PER_PAGE, paged

GROUPS: Final = {
    "drafts": "Drafts",
    "sign-off": "Sign-off",
    "going-out": "Going out",
    "take-downs": "Take-downs",
    "stops": "Stops and incidents",
    "families": "Pupils and permissions",
    "setting-up": "People, accounts and policy",
}
"""What a reader may choose to see, in the words of the choice; the kinds of event are in the audit's queries."""

WHOLE: Final = 2_000
"""How many events stand on one page that is to be printed; where there are more, there are more such pages."""

_READ_ANSWERS: Final = frozenset({"dsl", "dpo"})
"""Who reads that a family answered: to anybody else it would tell a refusal from a form that never came back."""


@school_page(Permission.SEE_HISTORY)
def history(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show what happened at the school, newest first."""
    group = request.GET.get("show", "")
    answers = not _READ_ANSWERS.isdisjoint(seat.roles)
    events = record.of_school(seat.school.trust.slug, seat.school.slug, group=group, answers=answers)
    listed = _listed(events, request, chosen=f"show={group}&" if group in GROUPS else "")
    shown = {**listed, "now": timezone.now(), "group": group, "groups": GROUPS, "all": listed["page"].paginator.count}
    return render(request, "history/history.html", shown)


def _listed(events: QuerySet[Event], request: HttpRequest, *, chosen: str = "") -> dict[str, Any]:
    """Return a page of events, short to be read, or long to be printed; and how the address leads to the next one."""
    whole = "whole" in request.GET
    page = paged(events, request, each=WHOLE if whole else PER_PAGE)
    search = f"{chosen}whole=1&" if whole else chosen
    return {"page": page, "whole": whole, "most": WHOLE, "chosen": chosen, "search": search}


@school_page(Permission.SEE_POSTS)
def post_history(request: HttpRequest, seat: Seat, post: int) -> HttpResponse:
    """Show what happened to one post, newest first."""
    found = _found(seat, post)
    versions = queries.versions_of(found)
    if not (versions or found.author_id == seat.person.pk or seat.may(Permission.SEE_HISTORY)):
        # A draft that was never sent is its author's; the history tells nothing of its words.
        raise Http404
    listed = _listed(record.about(seat.school.trust.slug, found.subject), request)
    put_right = _put_right(found, versions, seat)
    shown = {"post": found, "versions": versions, **listed, "now": timezone.now(), "put_right": put_right}
    return render(request, "history/post.html", shown)


def _put_right(post: Post, versions: Sequence[Version], seat: Seat) -> list[Change]:
    """Return what taps have changed, for those who see who is in a post; of a draft, its author alone reads it."""
    if not seat.may(Permission.SEE_PUPILS):
        return []
    changes = changes_of(post)
    if post.author_id == seat.person.pk:
        return changes
    return [one for one in changes if versions and one.at <= versions[0].sent_at]


def _found(seat: Seat, pk: int) -> Post:
    try:
        return queries.post(seat.school, pk)
    except Post.DoesNotExist:
        raise Http404 from None


urlpatterns = [
    path("<slug:school>/history/", history, name="history"),
    path("<slug:school>/posts/<int:post>/history/", post_history, name="post_history"),
]
