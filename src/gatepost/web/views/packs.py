"""The copy pack, by its own link. The gate looks each time, so the link dies when anything that it rests on goes."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils import timezone

from gatepost.publishing import pack, queries
from gatepost.publishing.gate import check_may_go_out
from gatepost.publishing.models import Delivery
from gatepost.publishing.pictures.stored import TYPES
from gatepost.publishing.platform_limits import too_much
from gatepost.schools.errors import NotAllowed, UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat
from gatepost.web.page import school_page


@school_page(Permission.HAND_OVER)
def pack_page(request: HttpRequest, seat: Seat, key: str) -> HttpResponse:
    """Show the pack: words, pictures and descriptions to copy across."""
    return _given(request, seat, key, lambda delivery: _shown(request, seat, delivery))


@school_page(Permission.HAND_OVER)
def pack_zip(request: HttpRequest, seat: Seat, key: str) -> HttpResponse:
    """Return the whole pack as a ZIP."""
    return _given(request, seat, key, _zip)


@school_page(Permission.HAND_OVER)
def pack_picture(request: HttpRequest, seat: Seat, key: str, number: int) -> HttpResponse:
    """Return one picture at the platform's size, to save on a phone."""
    return _given(request, seat, key, lambda delivery: _picture(delivery, number))


def _given(request: HttpRequest, seat: Seat, key: str, make: Callable[[Delivery], HttpResponse]) -> HttpResponse:
    """Return what is made of the delivery of a key if it may go out now, by this person; else say why it may not."""
    now = timezone.now()
    delivery = queries.delivery_by_key(seat.school, key, person=seat.person, on=timezone.localdate(now))
    if delivery is None:
        raise Http404
    try:
        check_may_go_out(delivery, seat, at=now, now=queries.outside_of(delivery))
        return make(delivery)
    except (NotAllowed, UnableTo) as refusal:
        shown = {"delivery": delivery, "why": str(refusal)}
        return render(request, "publishing/handover_closed.html", shown, status=403)


def _shown(request: HttpRequest, seat: Seat, delivery: Delivery) -> HttpResponse:
    content = delivery.version.content
    over = too_much(content["text"], pictures=len(content["pictures"]), platform=delivery.channel.platform)
    shown = {"delivery": delivery, "version": delivery.version, "content": content, "too_much": over,
             "mine": delivery.claimed_by_id == seat.person.pk}  # fmt: skip
    return render(request, "publishing/handover_pack.html", shown)


def _zip(delivery: Delivery) -> HttpResponse:
    made = pack.files(delivery.version.content, platform=delivery.channel.platform)
    return _file(pack.zipped(made, digest=delivery.version.digest), "application/zip", _name(delivery, "zip"))


def _picture(delivery: Delivery, number: int) -> HttpResponse:
    if not 1 <= number <= len(delivery.version.content["pictures"]):
        raise Http404
    made = pack.picture(delivery.version.content, number, platform=delivery.channel.platform)
    ending = made.name.rpartition(".")[2]
    return _file(made.data, TYPES[ending], _name(delivery, ending, number))


def _file(data: bytes, kind: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-store",
               "X-Content-Type-Options": "nosniff"}  # fmt: skip
    return HttpResponse(data, content_type=kind, headers=headers)


def _name(delivery: Delivery, ending: str, number: int = 0) -> str:
    """Return a name for the file that says which post it is, and nothing of what is in it."""
    part = f"-{number}" if number else ""
    return f"post-{delivery.version.post_id}-{delivery.channel.platform}{part}.{ending}"


_ONE = "<slug:school>/packs/<str:key>/"

urlpatterns = [
    path(_ONE, pack_page, name="pack"),
    path(f"{_ONE}pack.zip", pack_zip, name="pack_zip"),
    path(f"{_ONE}pictures/<int:number>/", pack_picture, name="pack_picture"),
]
