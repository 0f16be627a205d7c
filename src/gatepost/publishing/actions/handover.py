"""Hand a signed-off post over to whoever posts it, and mark it live."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import transaction

from gatepost.publishing.actions import resembling, strays
from gatepost.publishing.actions.locking import locked_delivery
from gatepost.publishing.actions.recording import recorded
from gatepost.publishing.actions.signoff import void
from gatepost.publishing.addresses import check_address
from gatepost.publishing.gate import NoLonger, check_may_go_out
from gatepost.publishing.models import Delivery, Version
from gatepost.publishing.pictures import stored
from gatepost.publishing.reasons import written
from gatepost.publishing.states import DELIVERY_MOVES
from gatepost.schools.errors import NotAllowed, UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat


def open_pack(delivery: Delivery, *, seat: Seat, at: datetime) -> Delivery:
    """Open the copy pack: the words, pictures and descriptions as signed off. The gate looks first."""
    with _gate(delivery, seat, at=at) as held:
        recorded("pack.opened", held.version.post, by=seat.actor, at=at, channel=str(held.channel))
    return held


def claim(delivery: Delivery, *, seat: Seat, at: datetime) -> Delivery:
    """Take on posting it. The gate looks first."""
    with _gate(delivery, seat, at=at) as held:
        _check_move(held, "claimed")
        held.status, held.claimed_by, held.claimed_at = "claimed", seat.person, at
        held.save(update_fields=["status", "claimed_by", "claimed_at"])
        recorded("pack.claimed", held.version.post, by=seat.actor, at=at, channel=str(held.channel))
    return held


def mark_live(delivery: Delivery, *, address: str, seat: Seat, at: datetime) -> Delivery:
    """Say that it is out, and where. The gate looks first; whoever took it on marks it.

    `address` is that of the live post. Raises UnableTo where it is none. Where it was stopped after they had taken it
    on, it is not published: they have put up what may not stand, and so it goes on record as a stray, to come down.
    """
    check_address(address)
    with _gate(delivery, seat, at=at, up_at=address) as held:
        _check_move(held, "published")
        if held.claimed_by_id != seat.person.pk:
            raise NotAllowed(f"{held.claimed_by} took this on. They mark it live, or give it back first.")
        held.status, held.published_by, held.published_at, held.address = "published", seat.person, at, address
        held.save(update_fields=["status", "published_by", "published_at", "address"])
        recorded("post.published", held.version.post, by=seat.actor, at=at, channel=str(held.channel),
                 address=address, digest=held.version.digest)  # fmt: skip
    return held


@transaction.atomic
def give_back(delivery: Delivery, *, seat: Seat, at: datetime) -> None:
    """Give the posting back, for somebody else to take on."""
    held = locked_delivery(delivery, seat)
    _check_move(held, "ready")
    if held.claimed_by_id != seat.person.pk and not seat.may(Permission.STOP):
        raise NotAllowed(f"{held.claimed_by} took this on. They or the head can give it back.")
    held.status, held.claimed_by, held.claimed_at = "ready", None, None
    held.save(update_fields=["status", "claimed_by", "claimed_at"])
    recorded("pack.released", held.version.post, by=seat.actor, at=at, channel=str(held.channel))


@transaction.atomic
def verify(delivery: Delivery, *, seat: Seat, at: datetime) -> None:
    """Say that the live post was looked at and is as signed off."""
    held = locked_delivery(delivery, seat)
    seat.check_may(Permission.SEE_POSTS)
    _check_move(held, "verified")
    held.status, held.verified_by, held.verified_at = "verified", seat.person, at
    held.save(update_fields=["status", "verified_by", "verified_at"])
    recorded("post.verified", held.version.post, by=seat.actor, at=at, channel=str(held.channel))


@transaction.atomic
def pull(delivery: Delivery, *, seat: Seat, reason: str, at: datetime) -> None:
    """Stop a signed-off post before it goes out on one channel."""
    held = locked_delivery(delivery, seat)
    if held.version.post.author_id != seat.person.pk:
        seat.check_may(Permission.TAKE_DOWN)
    why = written(reason, missing="Say why it should not go out.", longest=300)
    _check_move(held, "pulled")
    held.status, held.ended_because = "pulled", why
    held.save(update_fields=["status", "ended_because"])
    resembling.remember(held.version, why="pulled", by=seat.actor, at=at)
    recorded("post.pulled", held.version.post, by=seat.actor, at=at, channel=str(held.channel), reason=why)


def check_pictures(version: Version) -> None:
    """Raise NoLonger where a stored picture is not the one that was signed off."""
    for picture in version.content["pictures"]:
        try:
            stored.read(picture["file"], sha256=picture["sha256"])
        except UnableTo as gone:
            raise NoLonger(str(gone)) from None


@contextmanager
def _gate(delivery: Delivery, seat: Seat, *, at: datetime, up_at: str = "") -> Iterator[Delivery]:
    """Open a transaction in which the gate lets this delivery through, by this person.

    Where what was approved no longer holds, the version is voided, in a transaction of its own, before the refusal
    reaches the user: from then on the pack's link is dead. Where it was stopped, now or before, and whoever had
    taken it on says that it is `up_at` an address, that goes on record too.
    """
    try:
        with transaction.atomic():
            held = locked_delivery(delivery, seat)
            check_may_go_out(held, seat, at=at)
            check_pictures(held.version)
            yield held
    except NotAllowed as refusal:
        if isinstance(refusal, NoLonger):
            void(delivery.version, because=str(refusal), by=seat.actor, at=at)
        if up_at and strays.was_theirs(delivery, seat):
            strays.report(delivery, address=up_at, seat=seat, at=at)
            raise NotAllowed(f"{refusal} {_DELETE_IT}") from None
        raise


def _check_move(delivery: Delivery, status: str) -> None:
    if status not in DELIVERY_MOVES[delivery.status]:
        raise UnableTo(_NOT_NOW[status])


_DELETE_IT = "You have put it up already, so delete it there. It is on the list of what comes down."
_NOT_NOW = {
    "claimed": "Somebody has taken this on already.",
    "published": "Take it on first, so that two people do not post it.",
    "ready": "Nobody has taken this on.",
    "verified": "This is not live.",
    "pulled": "This is not waiting to go out any more. If it is live, ask for it to be taken down.",
    "down": "This is not live.",
}
