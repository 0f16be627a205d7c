"""One earlier post: what it says and shows, what was found, and what is to become of it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone

from gatepost.publishing.actions import past_posts
from gatepost.publishing.back_catalogue import past_post
from gatepost.publishing.models import PastPost
from gatepost.schools.errors import UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat
from gatepost.web.forms.back_catalogue import Looked
from gatepost.web.numbers import number
from gatepost.web.page import school_page
from gatepost.web.past_post import page_of
from gatepost.web.posting import post_only


@school_page(Permission.LOOK_BACK)
def earlier_post(request: HttpRequest, seat: Seat, past: int) -> HttpResponse:
    """Show a post, with what speaks against it."""
    return _page(request, seat, found(seat, past), None)


@post_only("earlier_post")
@school_page(Permission.LOOK_BACK)
def decide(request: HttpRequest, seat: Seat, past: int) -> HttpResponse:
    """Take what is said about it, or the decision; then the next one follows."""
    post, sent, now = found(seat, past), Looked.sent(request.POST), timezone.now()
    if sent.looks:
        return _page(request, seat, post, sent)
    try:
        if sent.act in {"find", "say"}:
            said = sent.describing
            past_posts.describe(post, seat=seat, shows=said.shows, pupils=said.pupils, nobody=said.nobody, at=now)
            return redirect("earlier_post", school=seat.school.slug, past=past)
        past_posts.decide(post, seat=seat, decision=sent.act, reason=sent.reason, said=sent.describing, at=now)
    except UnableTo as refusal:
        return _page(request, seat, post, sent, why=str(refusal))
    messages.success(request, _DONE[sent.act])
    return redirect(f"{reverse('earlier_posts_next', kwargs={'school': seat.school.slug})}?after={past}&done=1")


@post_only("earlier_post")
@school_page(Permission.LOOK_BACK)
def undo(request: HttpRequest, seat: Seat, past: int) -> HttpResponse:
    """Take the decision back."""
    try:
        past_posts.reopen(found(seat, past), seat=seat, at=timezone.now())
    except UnableTo as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, "Taken back. Decide about it again.")
    return redirect("earlier_post", school=seat.school.slug, past=past)


@post_only("earlier_post")
@school_page(Permission.LOOK_BACK)
def gone(request: HttpRequest, seat: Seat, past: int) -> HttpResponse:
    """Say that it is gone or replaced, and how one can tell."""
    post, proof = found(seat, past), request.POST.get("proof", "")
    try:
        past_posts.down(post, seat=seat, proof=proof, at=timezone.now())
    except UnableTo as refusal:
        return _page(request, seat, post, None, why=str(refusal), proof=proof)
    messages.success(request, "Down as gone. Thank you.")
    return redirect("earlier_post", school=seat.school.slug, past=past)


def found(seat: Seat, pk: int) -> PastPost:
    """Return an earlier post of the school. Raises Http404."""
    try:
        return past_post(seat.school, pk)
    except PastPost.DoesNotExist:
        raise Http404 from None


def _page(
    request: HttpRequest, seat: Seat, post: PastPost, said: Looked | None, *, why: str = "", proof: str = ""
) -> HttpResponse:
    last = number(request.GET.get("last", ""))
    shown = page_of(seat, post, said, at=timezone.now())
    more = {"why": why, "proof": proof, "about": "proof" if shown["going"] else "reason",
            "last": "" if last is None else last}  # fmt: skip
    return render(request, "back_catalogue/post.html", shown | more, status=422 if why else 200)


_DONE = {
    "keep": "Kept.",
    "replace": "To be replaced. It stands among your duties now.",
    "remove": "To come down. It stands among your duties now.",
}
_ONE = "<slug:school>/earlier-posts/post/<int:past>/"

urlpatterns = [
    path(_ONE, earlier_post, name="earlier_post"),
    path(f"{_ONE}decide/", decide, name="earlier_post_decide"),
    path(f"{_ONE}undo/", undo, name="earlier_post_undo"),
    path(f"{_ONE}gone/", gone, name="earlier_post_gone"),
]
