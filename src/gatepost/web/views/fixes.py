"""The buttons by which an author puts a finding right, keeps it, and takes either back."""

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils import timezone

from gatepost.publishing.actions import fixes
from gatepost.publishing.models import Post
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat
from gatepost.web.page import school_page
from gatepost.web.posting import post_only
from gatepost.web.views.compose import found_draft, number_in, saved


@post_only("post")
@school_page(Permission.WRITE_POSTS)
def fix(request: HttpRequest, seat: Seat, post: int) -> HttpResponse:
    """Do what a finding offers, to the draft as it is on the page."""
    key = request.POST.get("remedy", "")
    return saved(
        request,
        seat,
        found_draft(request, seat, post),
        lambda it: fixes.apply(it, key=key, seat=seat, at=timezone.now()),
    )


@post_only("post")
@school_page(Permission.WRITE_POSTS)
def undo_fix(request: HttpRequest, seat: Seat, post: int) -> HttpResponse:
    """Take the last tap back."""
    number = number_in(request, "change")
    return saved(
        request,
        seat,
        found_draft(request, seat, post),
        lambda it: fixes.undo(it, change=number, seat=seat, at=timezone.now()),
    )


@post_only("post")
@school_page(Permission.WRITE_POSTS)
def keep_no_longer(request: HttpRequest, seat: Seat, post: int) -> HttpResponse:
    """Take back that something was kept."""
    key = request.POST.get("finding", "")

    def withdrawn(it: Post) -> str:
        fixes.put_right_after_all(it, key=key, seat=seat, at=timezone.now())
        return "Not kept any more, and your reason is gone. Put it right, and then send it."

    return saved(request, seat, found_draft(request, seat, post), withdrawn)


@post_only("post")
@school_page(Permission.WRITE_POSTS)
def keep(request: HttpRequest, seat: Seat, post: int) -> HttpResponse:
    """Keep what a finding is about, and say why."""
    key = request.POST.get("finding", "")
    reason = request.POST.get(f"keep-{key}", "")

    def kept(it: Post) -> str:
        fixes.keep(it, key=key, reason=reason, seat=seat, at=timezone.now())
        return "Kept, with your reason. The person who signs it off reads it."

    return saved(request, seat, found_draft(request, seat, post), kept, field=f"keep-{key}")


urlpatterns = [
    path("<slug:school>/posts/<int:post>/fix/", fix, name="post_fix"),
    path("<slug:school>/posts/<int:post>/fix/undo/", undo_fix, name="post_fix_undo"),
    path("<slug:school>/posts/<int:post>/keep/", keep, name="post_keep"),
    path("<slug:school>/posts/<int:post>/keep/undo/", keep_no_longer, name="post_keep_undo"),
]
