"""The page on which an account is closed, step by step."""

from dataclasses import dataclass
from datetime import datetime, time
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gatepost.channels.closing import LAST, Printed, printed
from gatepost.channels.closings import GivenUp, Progress, progress
from gatepost.channels.listing import admins_of
from gatepost.channels.models import Channel
from gatepost.duties.actions.closing import KIND, about
from gatepost.duties.queries import about as tasks_about
from gatepost.duties.queries import open_about
from gatepost.handbook.queries import policy_in_force
from gatepost.publishing.models import Delivery
from gatepost.publishing.queries import to_go_out
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat
from gatepost.web.account_page import channel_of
from gatepost.web.forms.closing import CloseForm, StartForm

MOST: Final = 25
"""How many posts that wait the page lists."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """What could not be done: why, at which step, and what was typed there; or the form of a day with its errors."""

    why: str = ""
    step: str = ""
    typed: str = ""
    start: StartForm | None = None
    close: CloseForm | None = None


def closing_page(request: HttpRequest, seat: Seat, pk: int, *, wrong: Wrong | None = None) -> HttpResponse:
    """Return the page; with `wrong`, saying what could not be done. Raises Http404 where there is no such account."""
    channel = channel_of(seat, pk)
    found, told = progress(channel), wrong or Wrong()
    may = seat.may(Permission.MANAGE_CHANNELS) and channel.closed_on is None and channel.kind != "associated"
    offered = _offered(channel)
    task = None if channel.closed_on else open_about(seat.school, [about(channel)], kind=KIND).get(about(channel))
    shown: dict[str, Any] = {
        "account": channel, "progress": found, "last": LAST, "may": may, "wrong": told, "offered": offered,
        "admins": admins_of(channel) if may else [], "task": task,
        "start_form": told.start or _start(channel, offered), **_waiting(channel, seat),
        "close_form": told.close or CloseForm(initial={"day": timezone.localdate()}), "earlier": _earlier(found),
    }  # fmt: skip
    return render(request, "closing/page.html", shown, status=422 if wrong else 200)


def _earlier(found: Progress) -> list[tuple[GivenUp, str]]:
    """Return the closings that were given up, each with why the account stayed open, as its task says."""
    if not found.earlier:
        return []
    channel = found.channel
    tasks = tasks_about(channel.school, about(channel)).filter(kind=KIND)
    why = dict(tasks.values_list("done_at", "proof"))
    return [(one, why.get(one.at, "")) for one in found.earlier]


def _offered(channel: Channel) -> Printed | None:
    """Return the day that the policy in force prints for the account, while it is not closed."""
    policy = policy_in_force(channel.school, on=timezone.localdate()) if channel.closed_on is None else None
    return printed(channel.platform, channel.name, policies=policy.all) if policy else None


def _start(channel: Channel, offered: Printed | None) -> StartForm:
    """The form of the first day without posts: the chosen one, else the one that the policy prints."""
    printed_day = offered.day if offered and offered.day >= channel.opened_on else None
    return StartForm(initial={"day": channel.closing_on or printed_day})


def _waiting(channel: Channel, seat: Seat) -> dict[str, Any]:
    """Return the posts that will not go out on the account any more, for those who may see posts."""
    if channel.closing_on is None or channel.closed_on is not None or not seat.may(Permission.SEE_POSTS):
        return {"posts": [], "more": 0}
    rows = to_go_out(seat.school).filter(channel=channel)
    if channel.closing_on > timezone.localdate():
        rows = rows.filter(due_at__gte=timezone.make_aware(datetime.combine(channel.closing_on, time())))
    posts: list[Delivery] = list(rows[:MOST])
    return {"posts": posts, "more": rows.count() - MOST if len(posts) == MOST else 0}
