"""Lock an account that somebody else may have got into, do what follows, and unlock it."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone

from gatepost.channels.actions import locks as log
from gatepost.channels.actions.locks import LONGEST, STATEMENT
from gatepost.channels.locks import SEEN_FIRST
from gatepost.channels.models import Channel
from gatepost.channels.secrets import LEFT_OUT, holds_secret
from gatepost.duties.actions import lock_looks, locks
from gatepost.publishing.orderly import troubled
from gatepost.schools.errors import UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat
from gatepost.web.account_page import channel_of
from gatepost.web.lock_page import Wrong, lock_page
from gatepost.web.page import school_page
from gatepost.web.posting import post_only

AGAIN: Final = "Posts go out there again."
_FOUND = 302


@school_page(Permission.SEE_CHANNELS)
def account_lock(request: HttpRequest, seat: Seat, account: int) -> HttpResponse:
    """Show the button that locks an account; while it is locked, what is done about it."""
    return lock_page(request, seat, account)


@post_only("account_lock")
@school_page(Permission.LOCK_CHANNELS)
def lock_begin(request: HttpRequest, seat: Seat, account: int) -> HttpResponse:
    """Lock it: nothing goes out on it from now on."""
    channel, words = channel_of(seat, account), request.POST.get("words", "")[:LONGEST]
    answer = _done(request, seat, account, "begin", words, "Nothing goes out on it now. Go on with the list below.",
                   lambda given: locks.lock(channel, reason=words, **given))  # fmt: skip
    if answer.status_code == _FOUND and holds_secret(words):
        messages.warning(request, f"What you wrote was {LEFT_OUT.strip('()')}. Write it into the log without that.")
    return answer


@post_only("account_lock")
@school_page(Permission.LOCK_CHANNELS)
def lock_step(request: HttpRequest, seat: Seat, account: int) -> HttpResponse:
    """Say that a step is done."""
    channel, step = channel_of(seat, account), request.POST.get("step", "")
    return _done(request, seat, account, "step", step, "Done. It is in the log.",
                 lambda given: log.tick(channel, step=step, **given))  # fmt: skip


@post_only("account_lock")
@school_page(Permission.LOCK_CHANNELS)
def lock_note(request: HttpRequest, seat: Seat, account: int) -> HttpResponse:
    """Write a line into the log."""
    channel, words = channel_of(seat, account), request.POST.get("words", "")[:LONGEST]
    return _done(request, seat, account, "note", words, "It is in the log.",
                 lambda given: log.note(channel, says=words, **given))  # fmt: skip


@post_only("account_lock")
@school_page(Permission.LOCK_CHANNELS)
def lock_state(request: HttpRequest, seat: Seat, account: int) -> HttpResponse:
    """Keep what families are told another way."""
    channel, words = channel_of(seat, account), request.POST.get("words", "")[:STATEMENT]
    return _done(request, seat, account, "state", words, "The words are kept. Send them another way: nothing is sent "
                 "from here.", lambda given: log.state(channel, words=words, **given))  # fmt: skip


@post_only("account_lock")
@school_page(Permission.CHECK_CHANNELS)
def lock_look(request: HttpRequest, seat: Seat, account: int) -> HttpResponse:
    """Record a check that is made before it is unlocked."""
    channel, kind = channel_of(seat, account), request.POST.get("kind", "")
    return _done(request, seat, account, "look", kind, f"{SEEN_FIRST.get(kind, kind)}: it is kept.",
                 lambda given: lock_looks.look(channel, kind=kind, **given))  # fmt: skip


@post_only("account_lock")
@school_page(Permission.MANAGE_CHANNELS)
def lock_end(request: HttpRequest, seat: Seat, account: int) -> HttpResponse:
    """Unlock it, with how it ended."""
    channel, words = channel_of(seat, account), request.POST.get("words", "")[:LONGEST]
    anyway, now = request.POST.get("anyway") == "yes", timezone.now()
    try:
        locks.unlock(channel, says=words, anyway=anyway, seat=seat, at=now)
    except UnableTo as refusal:
        return lock_page(request, seat, account, wrong=Wrong(str(refusal), "end", words))
    why = _still_stopped(channel, at=now)
    tell = messages.warning if why else messages.success
    tell(request, f"{channel} is unlocked. {f'Still, no post goes out there. {why}' if why else AGAIN}")
    return redirect("account_lock", school=seat.school.slug, account=account)


def _still_stopped(channel: Channel, *, at: datetime) -> str:
    """Return why no post goes out on an account though it is not locked, in sentences; empty where posts go out."""
    try:
        return troubled(channel.school, [channel.pk], at=at).get(channel.pk, "")
    except UnableTo as no_policy:
        return str(no_policy)


def _done(
    request: HttpRequest, seat: Seat, account: int, form: str, typed: str, said: str,
    act: Callable[[dict[str, Any]], object],
) -> HttpResponse:  # fmt: skip
    """Do one thing and come back to the page, with `said`; or show it again with why not, and what was typed."""
    try:
        act({"seat": seat, "at": timezone.now()})
    except UnableTo as refusal:
        return lock_page(request, seat, account, wrong=Wrong(str(refusal), form, typed))
    messages.success(request, said)
    return redirect("account_lock", school=seat.school.slug, account=account)


_HERE = "<slug:school>/accounts/<int:account>/lock/"

urlpatterns = [
    path(_HERE, account_lock, name="account_lock"),
    path(f"{_HERE}begin/", lock_begin, name="lock_begin"),
    path(f"{_HERE}step/", lock_step, name="lock_step"),
    path(f"{_HERE}note/", lock_note, name="lock_note"),
    path(f"{_HERE}words/", lock_state, name="lock_state"),
    path(f"{_HERE}look/", lock_look, name="lock_look"),
    path(f"{_HERE}end/", lock_end, name="lock_end"),
]
