"""The register of official accounts: which there are, who posts on them, opening and closing them."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone

from gatepost.channels.actions import register
from gatepost.channels.listing import account, poster_on, register_of
from gatepost.channels.models import Channel, Poster
from gatepost.channels.queries import open_channels
from gatepost.handbook.queries import policy_in_force
from gatepost.schools.errors import UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.queries import seats
from gatepost.schools.seat import Seat
from gatepost.web.forms.people import AccountForm, PosterForm
from gatepost.web.page import school_page
from gatepost.web.posting import paged, post_only


@school_page(Permission.MANAGE_CHANNELS)
def accounts(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show every account with who posts on it."""
    return _page(request, seat, PosterForm(speakers=_speakers(seat), accounts=_open(seat)))


@post_only("accounts")
@school_page(Permission.MANAGE_CHANNELS)
def poster_name(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Put somebody on the list of those who post on an account."""
    speakers, open_now = _speakers(seat), _open(seat)
    form = PosterForm(request.POST, speakers=speakers, accounts=open_now)
    if not form.is_valid():
        return _page(request, seat, form)
    channel = next(one for one in open_now if one.pk == int(form.cleaned_data["account"]))
    person = next(one.person for one in speakers if one.person.pk == int(form.cleaned_data["person"]))
    register.name_poster(channel, person, by=seat.actor, at=timezone.now())
    messages.success(request, f"{person} posts on {channel} from now on.")
    return redirect("accounts", school=seat.school.slug)


@post_only("accounts")
@school_page(Permission.MANAGE_CHANNELS)
def poster_remove(request: HttpRequest, seat: Seat, poster: int) -> HttpResponse:
    """Take somebody off the list."""
    now = timezone.now()
    try:
        listed = poster_on(seat.school, poster, at=now)
    except Poster.DoesNotExist:
        raise Http404 from None
    register.remove_poster(listed, by=seat.actor, at=now)
    messages.success(request, f"{listed.person} does not post on {listed.channel} any more.")
    return redirect("accounts", school=seat.school.slug)


@school_page(Permission.MANAGE_CHANNELS)
def account_open(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Put an account on the register."""
    form = AccountForm(request.POST or None)
    wrong = request.method == "POST" and not form.is_valid()
    if request.method != "POST" or wrong:
        shown = {"form": form, "wrong": wrong, "listed": _listed(seat)}
        return render(request, "people/account_open.html", shown, status=422 if wrong else 200)
    channel = register.open_channel(seat.school, by=seat.actor, at=timezone.now(), **form.cleaned_data)
    messages.success(request, f"{channel} is on the register. Now name who posts there.")
    return redirect("accounts", school=seat.school.slug)


@post_only("accounts")
@school_page(Permission.MANAGE_CHANNELS)
def account_close(request: HttpRequest, seat: Seat, account: int) -> HttpResponse:
    """Close an account: nothing is posted there from now on."""
    channel = _account(seat, account)
    try:
        register.close_channel(channel, by=seat.actor, at=timezone.now())
    except UnableTo as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, f"{channel} is closed. Nothing is posted there from now on.")
    return redirect("accounts", school=seat.school.slug)


def _page(request: HttpRequest, seat: Seat, form: PosterForm) -> HttpResponse:
    rows = paged(register_of(seat.school, at=timezone.now()), request)
    shown: dict[str, Any] = {"page": rows, "form": form, "listed": _listed(seat), "search": ""}
    return render(request, "people/accounts.html", shown, status=422 if form.errors else 200)


def _listed(seat: Seat) -> frozenset[str]:
    """Return the platforms that the policy in force lists as official; none where it lists none."""
    held = policy_in_force(seat.school, on=timezone.localdate())
    rows = held.policy.document.head.channels if held else ()
    return frozenset(row.platform for row in rows if row.closed is None)


def _open(seat: Seat) -> list[Channel]:
    return list(open_channels(seat.school, on=timezone.localdate()))


def _speakers(seat: Seat) -> list[Seat]:
    return [one for one in seats(seat.school, at=timezone.now()) if one.may(Permission.HAND_OVER)]


def _account(seat: Seat, pk: int) -> Channel:
    try:
        return account(seat.school, pk)
    except Channel.DoesNotExist:
        raise Http404 from None


_HERE = "<slug:school>/accounts/"

urlpatterns = [
    path(_HERE, accounts, name="accounts"),
    path(f"{_HERE}open/", account_open, name="account_open"),
    path(f"{_HERE}<int:account>/close/", account_close, name="account_close"),
    path(f"{_HERE}posters/", poster_name, name="poster_name"),
    path(f"{_HERE}posters/<int:poster>/remove/", poster_remove, name="poster_remove"),
]
