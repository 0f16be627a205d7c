"""The register of accounts: which there are, how each stands, opening, changing and closing them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone

from gatepost.channels.actions import register as actions
from gatepost.channels.models import Channel
from gatepost.channels.said import KEPT_UP
from gatepost.channels.standing import is_watched
from gatepost.handbook.queries import policy_in_force
from gatepost.schools.errors import UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.queries import seats
from gatepost.schools.seat import Seat
from gatepost.web.account_page import account_page, channel_of
from gatepost.web.forms.accounts import AccountForm, ParticularsForm, particulars_of
from gatepost.web.page import school_page
from gatepost.web.posting import post_only
from gatepost.web.register import register


@school_page(Permission.SEE_CHANNELS)
def accounts(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show every account, what is to be put right first."""
    now = timezone.now()
    return render(request, "accounts/list.html", {"register": register(seat.school, at=now), "now": now})


@school_page(Permission.SEE_CHANNELS)
def account(request: HttpRequest, seat: Seat, account: int) -> HttpResponse:
    """Show one account: what it is, how it stands by the policy, and who may do what there."""
    return account_page(request, seat, account)


@school_page(Permission.MANAGE_CHANNELS)
def account_open(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Put an account on the register."""
    form = AccountForm(request.POST or None)
    channel = _opened(form, seat) if request.method == "POST" and form.is_valid() else None
    if channel is not None:
        messages.success(request, f"{channel} is on the register. Now say who owns it, and name who posts there.")
        return redirect("account", school=seat.school.slug, account=channel.pk)
    wrong = bool(form.errors)
    shown = {"form": form, "wrong": wrong, "listed": _listed(seat)}
    return render(request, "accounts/open.html", shown, status=422 if wrong else 200)


@school_page(Permission.MANAGE_CHANNELS)
def account_amend(request: HttpRequest, seat: Seat, account: int) -> HttpResponse:
    """Change what the register says of an account."""
    channel = channel_of(seat, account)
    people = [one.person for one in seats(seat.school, at=timezone.now())]
    form = ParticularsForm(request.POST or None, initial=particulars_of(channel), people=people,
                           opened_on=channel.opened_on, only=KEPT_UP if channel.closed_on else None)  # fmt: skip
    if request.method == "POST" and form.is_valid() and _amended(channel, form, seat):
        messages.success(request, f"What the register says of {channel} is kept.")
        return redirect("account", school=seat.school.slug, account=account)
    shown = {"form": form, "account": channel}
    return render(request, "accounts/change.html", shown, status=422 if form.errors else 200)


def _amended(channel: Channel, form: ParticularsForm, seat: Seat) -> bool:
    """Change the register by a form, and return whether that could be done; else the form says why not."""
    try:
        actions.amend(channel, said=form.said(), by=seat.actor, at=timezone.now())
    except UnableTo as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


def _opened(form: AccountForm, seat: Seat) -> Channel | None:
    """Put an account on the register by a form; None where that cannot be done, and the form says why not."""
    try:
        return actions.open_channel(seat.school, by=seat.actor, at=timezone.now(), **form.cleaned_data)
    except UnableTo as refusal:
        form.add_error(None, str(refusal))
        return None


@post_only("account")
@school_page(Permission.MANAGE_CHANNELS)
def account_close(request: HttpRequest, seat: Seat, account: int) -> HttpResponse:
    """Close an account: nothing is posted there from now on."""
    channel = channel_of(seat, account)
    if is_watched(channel):
        messages.warning(request, f"{channel} is closed step by step, so that families know and nothing is lost.")
        return redirect("account_closing", school=seat.school.slug, account=account)
    try:
        actions.close_channel(channel, by=seat.actor, at=timezone.now())
    except UnableTo as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, f"{channel} is closed. Nothing is posted there from now on.")
    return redirect("accounts", school=seat.school.slug)


def _listed(seat: Seat) -> frozenset[str]:
    """Return the platforms that the policy in force lists as official; none where it lists none."""
    held = policy_in_force(seat.school, on=timezone.localdate())
    rows = held.policy.document.head.channels if held else ()
    return frozenset(row.platform for row in rows if row.closed is None)


_HERE = "<slug:school>/accounts/"

urlpatterns = [
    path(_HERE, accounts, name="accounts"),
    path(f"{_HERE}open/", account_open, name="account_open"),
    path(f"{_HERE}<int:account>/", account, name="account"),
    path(f"{_HERE}<int:account>/change/", account_amend, name="account_amend"),
    path(f"{_HERE}<int:account>/close/", account_close, name="account_close"),
]
