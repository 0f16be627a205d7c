"""The page for the moment when somebody else may have got into an account."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gatepost.channels.check_kinds import CHECK_KINDS
from gatepost.channels.listing import admins_of
from gatepost.channels.locks import SEEN_FIRST, earlier_locks, lock_now, log_of, seen_since
from gatepost.channels.models import Channel, Check, Lock, LockNote
from gatepost.channels.playbook import playbook
from gatepost.channels.playbook_steps import Step
from gatepost.duties.calling import ICO, calls
from gatepost.schools.permissions import Permission
from gatepost.schools.queries import seats
from gatepost.schools.seat import Seat
from gatepost.web.account_page import channel_of


@dataclass(frozen=True, slots=True)
class Wrong:
    """What could not be done: why, in which form of the page, and what was typed there."""

    why: str = ""
    form: str = ""
    typed: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """A check that is made before an account is unlocked: its kind, and the good one since the lock, if there is."""

    kind: str
    check: Check | None

    @property
    def name(self) -> str:
        """What is looked at, in words."""
        return CHECK_KINDS[self.kind].name

    @property
    def words(self) -> str:
        """What somebody who records it says."""
        return SEEN_FIRST[self.kind]


def lock_page(request: HttpRequest, seat: Seat, pk: int, *, wrong: Wrong | None = None) -> HttpResponse:
    """Return the page; with `wrong`, saying what could not be done. Raises Http404 where there is no such account."""
    channel = channel_of(seat, pk)
    lock = lock_now(channel) if channel.kind != "associated" else None
    may = seat.may(Permission.LOCK_CHANNELS) and channel.kind != "associated"
    shown: dict[str, Any] = {
        "account": channel, "lock": lock, "may": may, "wrong": wrong or Wrong(), "book": playbook(channel.platform),
        "may_end": seat.may(Permission.MANAGE_CHANNELS), "may_check": seat.may(Permission.CHECK_CHANNELS),
        "earlier": earlier_locks(channel) if may else [], **_whom(channel, at=timezone.now()),
    }  # fmt: skip
    if lock is not None:
        shown |= {"ico_until": lock.locked_at + ICO, **(_held(channel, lock) if may else {})}
    return render(request, "locks/page.html", shown, status=422 if wrong else 200)


def _whom(channel: Channel, *, at: datetime) -> dict[str, Any]:
    here = seats(channel.school, at=at)
    who_may = [one.person for one in here if one.may(Permission.LOCK_CHANNELS)]
    return {"calls": calls(channel, admins=admins_of(channel), here=here), "who_may": who_may}


def _held(channel: Channel, lock: Lock) -> dict[str, Any]:
    """What those see who see to it: the steps, the log, and what is looked at before it ends."""
    log = log_of(lock)
    steps: list[tuple[str, Step, LockNote | None]] = [
        (slug, step, log.ticked.get(slug)) for slug, step in playbook(channel.platform).steps.items()
    ]
    return {"steps": steps, "log": log, "seen": [Seen(kind, check) for kind, check in seen_since(lock).items()]}
