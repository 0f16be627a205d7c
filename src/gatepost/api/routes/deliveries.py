"""Handing over, marking live, looking, pulling and taking down."""

from django.http import HttpRequest
from django.utils import timezone
from ninja import Path, Router

from gatepost.api.caller import caller, delivery_of
from gatepost.api.shapes import AddressIn, DeliveryOut, ProofIn, ReasonIn, Why
from gatepost.api.shown import delivery_out
from gatepost.publishing.actions import handover, strays, takedowns
from gatepost.schools.permissions import Permission

router = Router(tags=["deliveries"])
_REFUSALS = {403: Why, 404: Why, 409: Why}


@router.get("/{delivery}", response={200: DeliveryOut, **_REFUSALS})
def show(request: HttpRequest, school: Path[str], delivery: int) -> DeliveryOut:
    """Return a delivery."""
    return delivery_out(delivery_of(caller(request, school, Permission.SEE_POSTS), delivery))


@router.post("/{delivery}/open", response={200: DeliveryOut, **_REFUSALS})
def open_pack(request: HttpRequest, school: Path[str], delivery: int) -> DeliveryOut:
    """Open the copy pack. The gate looks first."""
    seat = caller(request, school, Permission.HAND_OVER)
    return delivery_out(handover.open_pack(delivery_of(seat, delivery), seat=seat, at=timezone.now()))


@router.post("/{delivery}/claim", response={200: DeliveryOut, **_REFUSALS})
def claim(request: HttpRequest, school: Path[str], delivery: int) -> DeliveryOut:
    """Take on posting it. The gate looks first."""
    seat = caller(request, school, Permission.HAND_OVER)
    return delivery_out(handover.claim(delivery_of(seat, delivery), seat=seat, at=timezone.now()))


@router.post("/{delivery}/live", response={200: DeliveryOut, **_REFUSALS})
def live(request: HttpRequest, school: Path[str], delivery: int, body: AddressIn) -> DeliveryOut:
    """Say that it is out, and where. The gate looks first."""
    seat = caller(request, school, Permission.HAND_OVER)
    held = handover.mark_live(delivery_of(seat, delivery), address=body.address, seat=seat, at=timezone.now())
    return delivery_out(held)


@router.post("/{delivery}/give-back", response={200: DeliveryOut, **_REFUSALS})
def give_back(request: HttpRequest, school: Path[str], delivery: int) -> DeliveryOut:
    """Give the posting back."""
    seat = caller(request, school, Permission.HAND_OVER)
    handover.give_back(delivery_of(seat, delivery), seat=seat, at=timezone.now())
    return delivery_out(delivery_of(seat, delivery))


@router.post("/{delivery}/verify", response={200: DeliveryOut, **_REFUSALS})
def verify(request: HttpRequest, school: Path[str], delivery: int) -> DeliveryOut:
    """Say that the live post is as signed off."""
    seat = caller(request, school, Permission.SEE_POSTS)
    handover.verify(delivery_of(seat, delivery), seat=seat, at=timezone.now())
    return delivery_out(delivery_of(seat, delivery))


@router.post("/{delivery}/pull", response={200: DeliveryOut, **_REFUSALS})
def pull(request: HttpRequest, school: Path[str], delivery: int, body: ReasonIn) -> DeliveryOut:
    """Stop it before it goes out."""
    seat = caller(request, school, Permission.TAKE_DOWN)
    handover.pull(delivery_of(seat, delivery), seat=seat, reason=body.reason, at=timezone.now())
    return delivery_out(delivery_of(seat, delivery))


@router.post("/{delivery}/stray", response={200: DeliveryOut, **_REFUSALS})
def stray(request: HttpRequest, school: Path[str], delivery: int, body: AddressIn) -> DeliveryOut:
    """Say that what was stopped is up all the same, and where. It is asked to come down."""
    seat = caller(request, school, Permission.TAKE_DOWN)
    held = strays.report(delivery_of(seat, delivery), address=body.address, seat=seat, at=timezone.now())
    return delivery_out(held)


@router.post("/{delivery}/take-down", response={200: DeliveryOut, **_REFUSALS})
def take_down(request: HttpRequest, school: Path[str], delivery: int, body: ReasonIn) -> DeliveryOut:
    """Ask for a live post to be taken down."""
    seat = caller(request, school, Permission.TAKE_DOWN)
    takedowns.ask(delivery_of(seat, delivery), seat=seat, reason=body.reason, at=timezone.now())
    return delivery_out(delivery_of(seat, delivery))


@router.post("/{delivery}/down", response={200: DeliveryOut, **_REFUSALS})
def down(request: HttpRequest, school: Path[str], delivery: int, body: ProofIn) -> DeliveryOut:
    """Say that it is down, with proof."""
    seat = caller(request, school, Permission.TAKE_DOWN)
    takedowns.done(delivery_of(seat, delivery), seat=seat, proof=body.proof, at=timezone.now())
    return delivery_out(delivery_of(seat, delivery))
