"""What is to go out, and each hand-over: taken on, posted, marked live, looked at, or stopped."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone

from gatepost.duties.models import Duty
from gatepost.duties.queries import open_about
from gatepost.publishing import queries
from gatepost.publishing.actions import handover, strays
from gatepost.publishing.actions.takedowns import KIND
from gatepost.publishing.models import Delivery
from gatepost.publishing.orderly import Condition, account_now, troubled
from gatepost.publishing.pictures.keeping import gone_from
from gatepost.publishing.platform_limits import too_much
from gatepost.publishing.states import OUT, WAITING_TO_GO
from gatepost.schools.errors import NotAllowed, UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat
from gatepost.web.hosts import elsewhere
from gatepost.web.page import school_page
from gatepost.web.posting import paged, post_only


@school_page(Permission.SEE_POSTS)
def to_go_out(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show what is signed off and not out yet, the soonest first, what is overdue marked."""
    rows, now = queries.to_go_out(seat.school), timezone.now()
    page = paged(rows, request)
    waiting = {one.channel_id for one in page.object_list}
    shown = {"page": page, "now": now, "all": page.paginator.count, "late": rows.filter(due_at__lt=now).count(),
             "stuck": troubled(seat.school, waiting, at=now) if waiting else {}}  # fmt: skip
    return render(request, "publishing/to_go_out.html", shown)


@school_page(Permission.SEE_POSTS)
def delivery_page(request: HttpRequest, seat: Seat, delivery: int) -> HttpResponse:
    """Show one hand-over, and what to do next."""
    return page_of(request, seat, found(seat, delivery))


@post_only("delivery")
@school_page(Permission.HAND_OVER)
def claim(request: HttpRequest, seat: Seat, delivery: int) -> HttpResponse:
    """Take on posting it."""
    return _done(request, seat, delivery, handover.claim, "It is yours to post. Open the copy pack next.")


@post_only("delivery")
@school_page(Permission.HAND_OVER)
def open_pack(request: HttpRequest, seat: Seat, delivery: int) -> HttpResponse:
    """Open the copy pack, through the gate."""
    held = found(seat, delivery)
    try:
        handover.open_pack(held, seat=seat, at=timezone.now())
    except (NotAllowed, UnableTo) as refusal:
        return page_of(request, seat, found(seat, delivery), why=str(refusal))
    return redirect("pack", school=seat.school.slug, key=held.key)


@post_only("delivery")
@school_page(Permission.HAND_OVER)
def live(request: HttpRequest, seat: Seat, delivery: int) -> HttpResponse:
    """Mark it live, with its address."""
    address = request.POST.get("address", "").strip()
    return _done(request, seat, delivery, handover.mark_live, "It is live. Thank you.", address=address)


@post_only("delivery")
@school_page(Permission.HAND_OVER)
def give_back(request: HttpRequest, seat: Seat, delivery: int) -> HttpResponse:
    """Give the posting back, for somebody else."""
    return _done(request, seat, delivery, handover.give_back, "Given back. Somebody else can take it on.")


@post_only("delivery")
@school_page(Permission.SEE_POSTS)
def verify(request: HttpRequest, seat: Seat, delivery: int) -> HttpResponse:
    """Say that the live post is as signed off."""
    return _done(request, seat, delivery, handover.verify, "Looked at, and as signed off.")


@post_only("delivery")
@school_page(Permission.SEE_POSTS)
def pull(request: HttpRequest, seat: Seat, delivery: int) -> HttpResponse:
    """Stop it before it goes out here."""
    reason = request.POST.get("reason", "")
    return _done(request, seat, delivery, handover.pull, "It will not go out there.", reason=reason)


@post_only("delivery")
@school_page(Permission.TAKE_DOWN)
def stray(request: HttpRequest, seat: Seat, delivery: int) -> HttpResponse:
    """Say that what was stopped is up all the same, and where."""
    address = request.POST.get("address", "").strip()
    return _done(request, seat, delivery, strays.report, "On record, and to come down. Thank you.", address=address)


def found(seat: Seat, pk: int) -> Delivery:
    """Return a delivery of the school. Raises Http404."""
    try:
        return queries.delivery(seat.school, pk)
    except Delivery.DoesNotExist:
        raise Http404 from None


def page_of(request: HttpRequest, seat: Seat, delivery: Delivery, *, why: str = "", **typed: str) -> HttpResponse:
    """Show a hand-over; after a refusal with the reason, and with what was typed."""
    going = {"channel": delivery.channel, "too_much": _too_much(delivery)}
    signed, account = queries.approvals_of(delivery.version), _account(delivery)
    shown = {"delivery": delivery, "version": delivery.version, "gone": gone_from(delivery.version),
             "going": [going], "now": timezone.now(), "why": why,
             "about": _FIELDS.get("".join(typed), ""), "typed": typed, "signed": signed,
             "mine": _is_mine(delivery, seat), "task": _to_come_down(delivery, seat),
             "elsewhere": elsewhere(delivery.address, delivery.channel), "stuck": account.stop if account else "",
             "lapses": account.lapses if account else ()}  # fmt: skip
    return render(request, "publishing/handover.html", shown, status=422 if why else 200)


def _done(request: HttpRequest, seat: Seat, pk: int, act: Callable[..., Any], says: str, **typed: str) -> HttpResponse:
    try:
        act(found(seat, pk), seat=seat, at=timezone.now(), **typed)
    except (NotAllowed, UnableTo) as refusal:
        return page_of(request, seat, found(seat, pk), why=str(refusal), **typed)
    messages.success(request, says)
    return redirect("delivery", school=seat.school.slug, delivery=pk)


def _too_much(delivery: Delivery) -> tuple[str, ...]:
    content = delivery.version.content
    return too_much(content["text"], pictures=len(content["pictures"]), platform=delivery.channel.platform)


def _account(delivery: Delivery) -> Condition | None:
    """Return how the account is now; None where nothing waits to go out on it."""
    if delivery.status not in WAITING_TO_GO:
        return None
    return account_now(delivery.version.post.school, delivery.channel_id, at=timezone.now())


def _to_come_down(delivery: Delivery, seat: Seat) -> Duty | None:
    """Return the open task to take a live post down; None where nobody has asked for it."""
    if delivery.status not in OUT:
        return None
    return open_about(seat.school, [delivery.subject], kind=KIND).get(delivery.subject)


def _is_mine(delivery: Delivery, seat: Seat) -> bool:
    return delivery.status == "claimed" and delivery.claimed_by_id == seat.person.pk


_FIELDS = {"address": "address", "reason": "pull-reason"}
"""What was sent → the id of its field, to which the problem leads."""
_ONE = "<slug:school>/deliveries/<int:delivery>/"

urlpatterns = [
    path("<slug:school>/to-go-out/", to_go_out, name="to_go_out"),
    path(_ONE, delivery_page, name="delivery"),
    path(f"{_ONE}claim/", claim, name="delivery_claim"),
    path(f"{_ONE}open/", open_pack, name="delivery_open"),
    path(f"{_ONE}live/", live, name="delivery_live"),
    path(f"{_ONE}give-back/", give_back, name="delivery_give_back"),
    path(f"{_ONE}verify/", verify, name="delivery_verify"),
    path(f"{_ONE}pull/", pull, name="delivery_pull"),
    path(f"{_ONE}stray/", stray, name="delivery_stray"),
]
