"""Drafts, and sending them for sign-off."""

from django.http import HttpRequest
from django.utils import timezone
from ninja import Path, Router

from gatepost.api.caller import caller, post_of
from gatepost.api.shapes import ChangeIn, KeepIn, KeyIn, PostIn, PostOut, Why
from gatepost.api.shown import post_out
from gatepost.publishing.actions import composing, drafts, fixes, signoff
from gatepost.publishing.asking import assess_post
from gatepost.publishing.said import check_acceptable
from gatepost.schools.permissions import Permission

router = Router(tags=["posts"])
_REFUSALS = {403: Why, 404: Why, 409: Why}


@router.post("", response={200: PostOut, **_REFUSALS})
def start(request: HttpRequest, school: Path[str]) -> PostOut:
    """Start an empty draft."""
    seat = caller(request, school, Permission.WRITE_POSTS)
    return post_out(drafts.start(seat=seat, at=timezone.now()))


@router.get("/{post}", response={200: PostOut, **_REFUSALS})
def show(request: HttpRequest, school: Path[str], post: int) -> PostOut:
    """Return a post, and for a draft what the policy in force makes of it now."""
    found = post_of(caller(request, school, Permission.SEE_POSTS), post)
    return post_out(found, assess_post(found, at=timezone.now()) if found.status == "draft" else None)


@router.patch("/{post}", response={200: PostOut, **_REFUSALS})
def edit(request: HttpRequest, school: Path[str], post: int, body: PostIn) -> PostOut:
    """Change a draft, and return what the policy makes of it."""
    seat = caller(request, school, Permission.WRITE_POSTS)
    check_acceptable(body.said or {})
    changed = drafts.edit(post_of(seat, post), seat=seat, at=timezone.now(), **body.dict(exclude_unset=True))
    return post_out(changed, assess_post(changed, at=timezone.now()))


@router.post("/{post}/fix", response={200: PostOut, **_REFUSALS})
def fix(request: HttpRequest, school: Path[str], post: int, body: KeyIn) -> PostOut:
    """Put a finding right by one of its remedies."""
    seat = caller(request, school, Permission.WRITE_POSTS)
    fixes.apply(post_of(seat, post), key=body.key, seat=seat, at=timezone.now())
    return show(request, school, post)


@router.post("/{post}/fix/undo", response={200: PostOut, **_REFUSALS})
def undo(request: HttpRequest, school: Path[str], post: int, body: ChangeIn) -> PostOut:
    """Take back the last remedy, while the text is as it left it."""
    seat = caller(request, school, Permission.WRITE_POSTS)
    fixes.undo(post_of(seat, post), change=body.change, seat=seat, at=timezone.now())
    return show(request, school, post)


@router.post("/{post}/keep", response={200: PostOut, **_REFUSALS})
def keep(request: HttpRequest, school: Path[str], post: int, body: KeepIn) -> PostOut:
    """Keep what a finding is about, where its clauses leave room, and say why."""
    seat = caller(request, school, Permission.WRITE_POSTS)
    fixes.keep(post_of(seat, post), key=body.key, reason=body.reason, seat=seat, at=timezone.now())
    return show(request, school, post)


@router.post("/{post}/keep/undo", response={200: PostOut, **_REFUSALS})
def keep_no_longer(request: HttpRequest, school: Path[str], post: int, body: KeyIn) -> PostOut:
    """Take back that something was kept: it is to be put right after all."""
    seat = caller(request, school, Permission.WRITE_POSTS)
    fixes.put_right_after_all(post_of(seat, post), key=body.key, seat=seat, at=timezone.now())
    return show(request, school, post)


@router.post("/{post}/send", response={200: PostOut, **_REFUSALS})
def send(request: HttpRequest, school: Path[str], post: int) -> PostOut:
    """Freeze a draft and send it for sign-off."""
    seat = caller(request, school, Permission.WRITE_POSTS)
    found = post_of(seat, post)
    composing.check_agrees(found)
    return post_out(signoff.send(found, seat=seat, at=timezone.now()).post)


@router.post("/{post}/recall", response={200: PostOut, **_REFUSALS})
def recall(request: HttpRequest, school: Path[str], post: int) -> PostOut:
    """Take a post back, to change it; what was approved is void."""
    seat = caller(request, school, Permission.WRITE_POSTS)
    signoff.recall(post_of(seat, post), seat=seat, at=timezone.now())
    return post_out(post_of(seat, post))


@router.post("/{post}/discard", response={200: PostOut, **_REFUSALS})
def discard(request: HttpRequest, school: Path[str], post: int) -> PostOut:
    """Throw a draft away."""
    seat = caller(request, school, Permission.WRITE_POSTS)
    drafts.discard(post_of(seat, post), seat=seat, at=timezone.now())
    return post_out(post_of(seat, post))
