"""Who calls, and what they ask for: found once for every route."""

from django.http import Http404, HttpRequest
from django.utils import timezone

from gatepost.channels.listing import account
from gatepost.channels.models import Channel
from gatepost.consents.models import Pupil
from gatepost.consents.records import pupil_of
from gatepost.publishing import queries
from gatepost.publishing.models import Delivery, Post, Version
from gatepost.schools.errors import UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.queries import seat_at, seats
from gatepost.schools.seat import Seat


def caller(request: HttpRequest, school: str, permission: Permission) -> Seat:
    """Return the caller's seat at a school.

    Raises Http404 where they hold no role there, NotAllowed where none of their roles lets them do this.
    """
    seat = seat_at(request.user, school, at=timezone.now())
    if seat is None:
        raise Http404
    seat.check_may(permission)
    return seat


def post_of(seat: Seat, pk: int) -> Post:
    """Return a post of the school. A draft is its author's alone. Raises Http404."""
    try:
        post = queries.post(seat.school, pk)
    except Post.DoesNotExist:
        raise Http404 from None
    if post.status in {"draft", "discarded"} and post.author_id != seat.person.pk:
        raise Http404
    return post


def version_of(seat: Seat, pk: int) -> Version:
    """Return a version of a post of the school. Raises Http404."""
    version = queries.version(seat.school, pk, at=timezone.now())
    if version is None:
        raise Http404
    return version


def delivery_of(seat: Seat, pk: int) -> Delivery:
    """Return a delivery of the school. Raises Http404."""
    try:
        return queries.delivery(seat.school, pk)
    except Delivery.DoesNotExist:
        raise Http404 from None


def channel_in(seat: Seat, pk: int) -> Channel:
    """Return an account of the school. Raises Http404."""
    try:
        return account(seat.school, pk)
    except Channel.DoesNotExist:
        raise Http404 from None


def person_in(seat: Seat, pk: int) -> Seat:
    """Return the seat of somebody who works at the school. Raises UnableTo."""
    found = next((one for one in seats(seat.school, at=timezone.now()) if one.person.pk == pk), None)
    if found is None:
        raise UnableTo("Nobody who works at the school has this id.")
    return found


def pupil_in(seat: Seat, pk: int) -> Pupil:
    """Return a pupil who is or was on the roll of the school. Raises Http404."""
    try:
        return pupil_of(seat.school, pk)
    except Pupil.DoesNotExist:
        raise Http404 from None
