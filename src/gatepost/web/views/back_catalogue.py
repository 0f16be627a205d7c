"""The look through earlier posts: how it stands, beginning and ending it, adding posts, and its figures."""

from datetime import datetime
from typing import Any, Final

from django.contrib import messages
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone

from gatepost.channels.queries import all_channels
from gatepost.handbook.queries import policy_in_force
from gatepost.publishing.actions import back_catalogue
from gatepost.publishing.actions.back_catalogue import Added
from gatepost.publishing.back_catalogue import Overview, campaign_now, campaign_of, campaigns, next_after, overview
from gatepost.publishing.models import Campaign
from gatepost.publishing.past_evidence import COLUMNS, as_csv, evidence
from gatepost.publishing.past_lists import Row, listed, pasted
from gatepost.schools.errors import UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat
from gatepost.tables.refused import Unreadable
from gatepost.tables.sheets import csv_of
from gatepost.web.forms.back_catalogue import AddForm, BeginForm
from gatepost.web.numbers import number
from gatepost.web.page import school_page
from gatepost.web.posting import paged, post_only

SHOW: Final = {
    "left": ("Left to look at", frozenset()),
    "going": ("To come down", frozenset({"remove", "replace"})),
    "kept": ("Kept", frozenset({"keep"})),
    "gone": ("Gone", frozenset({"removed", "replaced"})),
}
"""What of the list may be shown → its words, and the states in it; of the first, whatever is open."""


@school_page(Permission.LOOK_BACK)
def earlier_posts(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show how the look through earlier posts stands, and what is left; before there is one, how to begin."""
    campaign = campaign_now(seat.school)
    if campaign is None:
        return _before(request, seat, BeginForm())
    return _list(request, campaign)


@post_only("earlier_posts")
@school_page(Permission.LOOK_BACK)
def begin(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Begin."""
    form = BeginForm(request.POST)
    if not form.is_valid():
        return _before(request, seat, form)
    try:
        back_catalogue.begin(seat=seat, at=timezone.now(), **form.cleaned_data)
    except UnableTo as refusal:
        return _before(request, seat, form, why=str(refusal))
    messages.success(request, "Begun. Now add the posts.")
    return redirect("earlier_posts_add", school=seat.school.slug)


@post_only("earlier_posts")
@school_page(Permission.LOOK_BACK)
def end(request: HttpRequest, seat: Seat, campaign: int) -> HttpResponse:
    """End it, once nothing is left."""
    held = _campaign(seat, campaign)
    try:
        back_catalogue.end(held, seat=seat, at=timezone.now())
    except UnableTo as refusal:
        messages.warning(request, str(refusal))
        return redirect("earlier_posts", school=seat.school.slug)
    messages.success(request, f"“{held}” has ended. Here is the page for governors.")
    return redirect("earlier_evidence", school=seat.school.slug, campaign=held.pk)


@post_only("earlier_posts")
@school_page(Permission.LOOK_BACK)
def resume(request: HttpRequest, seat: Seat, campaign: int) -> HttpResponse:
    """Go on with one that had ended."""
    held = _campaign(seat, campaign)
    try:
        back_catalogue.resume(held, seat=seat, at=timezone.now())
    except UnableTo as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, f"“{held}” goes on.")
    return redirect("earlier_posts", school=seat.school.slug)


@school_page(Permission.LOOK_BACK)
def add(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Add posts: links, or a list."""
    campaign = campaign_now(seat.school)
    if campaign is None:
        return redirect("earlier_posts", school=seat.school.slug)
    form = AddForm(request.POST or None, request.FILES or None, channels=all_channels(seat.school))
    if request.method != "POST":
        return _adding(request, form)
    try:
        found = _added(seat, campaign, form, at=timezone.now()) if form.is_valid() else None
    except (Unreadable, UnableTo) as refusal:
        return _adding(request, form, why=str(refusal))
    return _adding(request, form) if found is None else _come_of(request, seat, form, found)


@post_only("earlier_posts_add")
@school_page(Permission.LOOK_BACK)
def problems(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Hand back the rows that were not added, as a file. They come with the request, sealed, and are kept nowhere."""
    try:
        rows = signing.loads(request.POST.get("rows", ""), salt=_SALT, max_age=_A_DAY)
    except signing.BadSignature:
        messages.warning(request, "That list is not there any more. Add the posts again to see what is left out.")
        return redirect("earlier_posts_add", school=seat.school.slug)
    return _file(csv_of(("Row", "Link", "What to do"), rows), "posts-not-added.csv")


@school_page(Permission.LOOK_BACK)
def following(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Go to the post to look at next, after the one that the address names."""
    campaign, after = campaign_now(seat.school), number(request.GET.get("after", ""))
    rows = _overview(campaign, at=timezone.now()).rows if campaign else ()
    found = next_after(rows, after)
    if found is None:
        return redirect("earlier_posts", school=seat.school.slug)
    last = f"?last={after}" if after is not None and "done" in request.GET else ""
    return redirect(f"{reverse('earlier_post', kwargs={'school': seat.school.slug, 'past': found.pk})}{last}")


@school_page(Permission.SEE_POSTS)
def evidence_latest(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Go to the figures of the latest look through."""
    for campaign in campaigns(seat.school):
        return redirect("earlier_evidence", school=seat.school.slug, campaign=campaign.pk)
    messages.info(request, "Nobody has begun to look through the earlier posts here.")
    return redirect("archive", school=seat.school.slug)


@school_page(Permission.SEE_POSTS)
def evidence_page(request: HttpRequest, seat: Seat, campaign: int) -> HttpResponse:
    """Show what it came to, in figures, for governors."""
    found = evidence(held := _campaign(seat, campaign), policy=_policy(held, at=timezone.now()), at=timezone.now())
    return render(request, "back_catalogue/evidence.html", {"found": found, "columns": COLUMNS.values()})


@school_page(Permission.SEE_POSTS)
def evidence_file(_request: HttpRequest, seat: Seat, campaign: int) -> HttpResponse:
    """Hand out the figures as a file."""
    found = evidence(held := _campaign(seat, campaign), policy=_policy(held, at=timezone.now()), at=timezone.now())
    return _file(as_csv(found), f"earlier-posts-{timezone.localdate(found.at)}.csv")


def _before(request: HttpRequest, seat: Seat, form: BeginForm, *, why: str = "") -> HttpResponse:
    every = campaigns(seat.school)
    last = _overview(every[0], at=timezone.now()).progress if every else None
    shown = {"form": form, "why": why, "campaigns": every, "last": last}
    return render(request, "back_catalogue/begin.html", shown, status=422 if why or form.errors else 200)


def _list(request: HttpRequest, campaign: Campaign) -> HttpResponse:
    seen, show = _overview(campaign, at=timezone.now()), request.GET.get("show", "")
    show = show if show in SHOW else "left"
    rows = seen.open if show == "left" else [one for one in seen.rows if one.post.state in SHOW[show][1]]
    shown = {"campaign": campaign, "progress": seen.progress, "page": paged(rows, request), "show": show,
             "tabs": [(key, words) for key, (words, _) in SHOW.items()], "search": f"show={show}&",
             "late": campaign.due_on < timezone.localdate() and bool(seen.progress.left)}  # fmt: skip
    return render(request, "back_catalogue/list.html", shown)


def _overview(campaign: Campaign, *, at: datetime) -> Overview:
    return overview(campaign, policy=_policy(campaign, at=at), at=at)


def _policy(campaign: Campaign, *, at: datetime) -> Any:
    return policy_in_force(campaign.school, on=timezone.localdate(at))


def _campaign(seat: Seat, pk: int) -> Campaign:
    try:
        return campaign_of(seat.school, pk)
    except Campaign.DoesNotExist:
        raise Http404 from None


def _added(seat: Seat, campaign: Campaign, form: AddForm, *, at: datetime) -> Added:
    file = form.cleaned_data["file"]
    rows: list[Row] = pasted(form.cleaned_data["links"])
    if file is not None:
        rows += listed(file.read(), today=timezone.localdate(at))
    return back_catalogue.add(campaign, rows=rows, place=form.place(), seat=seat, at=at)


def _adding(request: HttpRequest, form: AddForm, *, why: str = "") -> HttpResponse:
    shown = {"form": form, "why": why}
    return render(request, "back_catalogue/add.html", shown, status=422 if why or form.errors else 200)


def _come_of(request: HttpRequest, seat: Seat, form: AddForm, found: Added) -> HttpResponse:
    if not found.problems:
        messages.success(request, f"{found.count:,} post{'' if found.count == 1 else 's'} added.")
        return redirect("earlier_posts", school=seat.school.slug)
    rows = [(one.number, one.link, one.why) for one in found.problems]
    shown = {"form": form, "found": found, "first": found.problems[:_MOST_SHOWN],
             "rows": signing.dumps(rows, salt=_SALT, compress=True)}  # fmt: skip
    return render(request, "back_catalogue/added.html", shown, status=200 if found.count else 422)


def _file(data: bytes, name: str) -> HttpResponse:
    return HttpResponse(data, content_type="text/csv; charset=utf-8",
                        headers={"Content-Disposition": f'attachment; filename="{name}"'})  # fmt: skip


_SALT: Final = "earlier posts that were not added"
_A_DAY: Final = 86_400
_MOST_SHOWN: Final = 50
_HERE: Final = "<slug:school>/earlier-posts/"

urlpatterns = [
    path(_HERE, earlier_posts, name="earlier_posts"),
    path(f"{_HERE}begin/", begin, name="earlier_posts_begin"),
    path(f"{_HERE}add/", add, name="earlier_posts_add"),
    path(f"{_HERE}not-added/", problems, name="earlier_posts_problems"),
    path(f"{_HERE}next/", following, name="earlier_posts_next"),
    path(f"{_HERE}<int:campaign>/end/", end, name="earlier_posts_end"),
    path(f"{_HERE}<int:campaign>/go-on/", resume, name="earlier_posts_resume"),
    path(f"{_HERE}evidence/", evidence_latest, name="earlier_evidence_latest"),
    path(f"{_HERE}<int:campaign>/evidence/", evidence_page, name="earlier_evidence"),
    path(f"{_HERE}<int:campaign>/evidence.csv", evidence_file, name="earlier_evidence_file"),
]
