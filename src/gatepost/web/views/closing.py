"""Close an account in good order: the day, the steps, and the end."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone

from gatepost.channels.actions import closing as steps
from gatepost.channels.actions.closing import LONGEST
from gatepost.duties.actions import closing as actions
from gatepost.schools.errors import UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat
from gatepost.web.account_page import channel_of
from gatepost.web.closing_page import Wrong, closing_page
from gatepost.web.forms.closing import CloseForm, StartForm
from gatepost.web.page import school_page
from gatepost.web.posting import post_only


@school_page(Permission.SEE_CHANNELS)
def account_closing(request: HttpRequest, seat: Seat, account: int) -> HttpResponse:
    """Show how far the closing of an account is, or how it was closed."""
    return closing_page(request, seat, account)


@post_only("account_closing")
@school_page(Permission.MANAGE_CHANNELS)
def closing_start(request: HttpRequest, seat: Seat, account: int) -> HttpResponse:
    """Choose the day from which nothing is posted, or another one."""
    channel = channel_of(seat, account)
    form = StartForm(request.POST)
    if not form.is_valid():
        return closing_page(request, seat, account, wrong=Wrong(start=form))
    try:
        duty = actions.start(channel, closing_on=form.cleaned_data["day"], seat=seat, at=timezone.now())
    except UnableTo as refusal:
        form.add_error("day", str(refusal))
        return closing_page(request, seat, account, wrong=Wrong(start=form))
    messages.success(request, f"The day is kept. The steps are a task of {duty.owner}.")
    return redirect("account_closing", school=seat.school.slug, account=account)


@post_only("account_closing")
@school_page(Permission.MANAGE_CHANNELS)
def closing_step(request: HttpRequest, seat: Seat, account: int) -> HttpResponse:
    """Say that a step is done, or why it is left out."""
    channel, step = channel_of(seat, account), request.POST.get("step", "")
    proof, skipped = request.POST.get("proof", "")[:LONGEST], request.POST.get("done") == "skipped"
    try:
        steps.settle(channel, step=step, proof=proof, skipped=skipped, seat=seat, at=timezone.now())
    except UnableTo as refusal:
        return closing_page(request, seat, account, wrong=Wrong(str(refusal), step, proof))
    messages.success(request, "Left out, with the reason." if skipped else "Done. It is kept.")
    return redirect("account_closing", school=seat.school.slug, account=account)


@post_only("account_closing")
@school_page(Permission.MANAGE_CHANNELS)
def closing_close(request: HttpRequest, seat: Seat, account: int) -> HttpResponse:
    """Write down the day on which it was closed, once nothing is in the way."""
    channel = channel_of(seat, account)
    form = CloseForm(request.POST)
    if not form.is_valid():
        return closing_page(request, seat, account, wrong=Wrong(close=form))
    try:
        actions.close(channel, closed_on=form.cleaned_data["day"], seat=seat, at=timezone.now())
    except UnableTo as refusal:
        form.add_error("day", str(refusal))
        return closing_page(request, seat, account, wrong=Wrong(close=form))
    messages.success(request, f"{channel} is closed. It stays on the register, with what was done here.")
    return redirect("account_closing", school=seat.school.slug, account=account)


@post_only("account_closing")
@school_page(Permission.MANAGE_CHANNELS)
def closing_stop(request: HttpRequest, seat: Seat, account: int) -> HttpResponse:
    """Keep the account after all."""
    channel, reason = channel_of(seat, account), request.POST.get("reason", "")[:LONGEST]
    try:
        actions.stop(channel, reason=reason, seat=seat, at=timezone.now())
    except UnableTo as refusal:
        return closing_page(request, seat, account, wrong=Wrong(str(refusal), "stop", reason))
    messages.success(request, f"{channel} stays open. No post is held back any more for its closing.")
    return redirect("account", school=seat.school.slug, account=account)


_HERE = "<slug:school>/accounts/<int:account>/closing/"

urlpatterns = [
    path(_HERE, account_closing, name="account_closing"),
    path(f"{_HERE}start/", closing_start, name="closing_start"),
    path(f"{_HERE}step/", closing_step, name="closing_step"),
    path(f"{_HERE}close/", closing_close, name="closing_close"),
    path(f"{_HERE}stop/", closing_stop, name="closing_stop"),
]
