"""Sign-off."""

from django.http import HttpRequest
from django.utils import timezone
from ninja import Path, Router

from gatepost.api.caller import caller, version_of
from gatepost.api.shapes import ApproveIn, BackIn, PostOut, VersionOut, Why
from gatepost.api.shown import post_out, version_out
from gatepost.publishing.actions import signoff
from gatepost.publishing.asking import assess_version
from gatepost.publishing.queries import post as post_by_id
from gatepost.schools.permissions import Permission

router = Router(tags=["sign-off"])
_REFUSALS = {403: Why, 404: Why, 409: Why}


@router.get("/{version}", response={200: VersionOut, **_REFUSALS})
def show(request: HttpRequest, school: Path[str], version: int) -> VersionOut:
    """Return a frozen version, its digest, and what its approver must answer."""
    seat = caller(request, school, Permission.SEE_POSTS)
    found = version_of(seat, version)
    may = seat.may(Permission.SEE_PUPILS)
    return version_out(found, assess_version(found, at=timezone.now()), with_pupils=may)


@router.post("/{version}/approve", response={200: PostOut, **_REFUSALS})
def approve(request: HttpRequest, school: Path[str], version: int, body: ApproveIn) -> PostOut:
    """Say yes to exactly this version."""
    seat = caller(request, school, Permission.SIGN_OFF)
    found = version_of(seat, version)
    signoff.approve(found, seat=seat, seen=body.seen, answers=body.answers, at=timezone.now())
    return post_out(post_by_id(seat.school, found.post_id))


@router.post("/{version}/send-back", response={200: PostOut, **_REFUSALS})
def send_back(request: HttpRequest, school: Path[str], version: int, body: BackIn) -> PostOut:
    """Say no, and what should change."""
    seat = caller(request, school, Permission.SIGN_OFF)
    found = version_of(seat, version)
    signoff.send_back(found, seat=seat, reason=body.reason, for_a_picture=body.for_a_picture, at=timezone.now())
    return post_out(post_by_id(seat.school, found.post_id))
