"""The page of a draft: write it, see the three answers beside it, put right what they say, send it for sign-off."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone
from django_htmx.http import reswap, retarget

from gatepost.channels.queries import all_channels
from gatepost.publishing import queries
from gatepost.publishing.actions import composing, drafts, pictures, signoff
from gatepost.publishing.changes import changes_of, to_take_back
from gatepost.publishing.models import Post
from gatepost.publishing.orderly import troubles
from gatepost.publishing.sheet import signed
from gatepost.schools.errors import NotAllowed, UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat
from gatepost.web import uploads
from gatepost.web.forms.compose import Sent, search, sent
from gatepost.web.forms.compose_page import FIRST, Problems, page_of
from gatepost.web.page import school_page
from gatepost.web.posting import post_only

Do = Callable[[Post], str]
"""What a button does to a draft that has been saved. Returns what was done, in words; raises UnableTo."""


@post_only("home")
@school_page(Permission.WRITE_POSTS)
def new_post(request: HttpRequest, seat: Seat) -> HttpResponse:  # noqa: ARG001 - post_only has looked at it
    """Start a draft."""
    started = drafts.start(seat=seat, at=timezone.now())
    return redirect("post", school=seat.school.slug, post=started.pk)


@school_page(Permission.SEE_POSTS)
def post_page(request: HttpRequest, seat: Seat, post: int) -> HttpResponse:
    """Show a draft to its author, or save it and check it. What has been sent is shown as it stands."""
    found = found_draft(request, seat, post)
    if request.method == "POST":
        return saved(request, seat, found, lambda _: "")
    if found.status != "draft":
        return _sent_page(request, seat, found)
    return _page(request, seat, found)


@post_only("post")
@school_page(Permission.WRITE_POSTS)
def check(request: HttpRequest, seat: Seat, post: int) -> HttpResponse:
    """Save what is on the page, and answer with what the policy makes of it: the parts of the page that change."""
    return saved(request, seat, found_draft(request, seat, post), lambda _: "")


@post_only("post")
@school_page(Permission.WRITE_POSTS)
def add_picture(request: HttpRequest, seat: Seat, post: int) -> HttpResponse:
    """Add the pictures that were chosen. One that is refused leaves the draft, and the others, as they are."""
    asked = bool(uploads.chosen(request))

    def added(_: Post) -> str:
        if not asked:
            raise UnableTo("Choose a picture first, and then add it.")
        return ""

    return saved(request, seat, found_draft(request, seat, post), added, field=uploads.FIELD)


@post_only("post")
@school_page(Permission.WRITE_POSTS)
def remove_picture(request: HttpRequest, seat: Seat, post: int) -> HttpResponse:
    """Take a picture out of the draft."""

    def removed(it: Post) -> str:
        found = queries.picture_of(it, _picture(request))
        if found is None:
            raise UnableTo("This picture was removed already.")
        pictures.remove(found, seat=seat, at=timezone.now())
        return "The picture is taken out."

    return saved(request, seat, found_draft(request, seat, post), removed)


@post_only("post")
@school_page(Permission.SEE_PUPILS)
def people(request: HttpRequest, seat: Seat, post: int) -> HttpResponse:
    """Find pupils by class and name, to say who is in a picture. What is looked for stands in no address."""
    found = found_draft(request, seat, post)
    try:
        now = composing.save(found, _sent(request, found).written, seat=seat, at=timezone.now())
    except (NotAllowed, UnableTo) as refusal:
        return _again(request, seat, found, {"text": str(refusal)})
    _, problems = _taken_in(request, seat, now)
    draft = found_draft(request, seat, post) if uploads.chosen(request) else now
    return _page(request, seat, draft, problems=problems, search=search(request.POST, _picture(request)))


@post_only("post")
@school_page(Permission.WRITE_POSTS)
def send(request: HttpRequest, seat: Seat, post: int) -> HttpResponse:
    """Send the draft for sign-off. While anything stands in the way, the page says what, and nothing is lost."""

    def sent_off(it: Post) -> str:
        composing.check_agrees(it)
        version = signoff.send(it, seat=seat, at=timezone.now())
        said = "Sent for sign-off. You can take it back until it is out."
        return " ".join((said, *troubles(version, at=timezone.now())))

    return saved(request, seat, found_draft(request, seat, post), sent_off, field=FIRST, whole=True)


@post_only("post")
@school_page(Permission.WRITE_POSTS)
def recall(request: HttpRequest, seat: Seat, post: int) -> HttpResponse:
    """Take a post back, to change it."""
    found = found_draft(request, seat, post)
    try:
        signoff.recall(found, seat=seat, at=timezone.now())
    except UnableTo as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "It is a draft again. Nobody’s approval holds any more.")
    return redirect("post", school=seat.school.slug, post=post)


@post_only("post")
@school_page(Permission.WRITE_POSTS)
def discard(request: HttpRequest, seat: Seat, post: int) -> HttpResponse:
    """Throw the draft away."""
    drafts.discard(found_draft(request, seat, post), seat=seat, at=timezone.now())
    messages.success(request, "The draft is thrown away.")
    return redirect("home", school=seat.school.slug)


def found_draft(request: HttpRequest, seat: Seat, pk: int) -> Post:
    """Return a post that this person may see here. Raises Http404 for none, NotAllowed for somebody else's draft."""
    try:
        post = queries.written(seat.school, pk, at=timezone.now())
    except Post.DoesNotExist:
        raise Http404 from None
    if post.status == "discarded":
        raise Http404
    if post.author_id != seat.person.pk and post.status == "draft":
        raise NotAllowed(f"This draft is {post.author}’s. Only they can see it until they send it for sign-off.")
    if post.author_id != seat.person.pk and request.method == "POST":
        raise NotAllowed(f"This post is {post.author}’s. Only they can change it.")
    return post


def _picture(request: HttpRequest) -> int:
    """Return the id of the picture whose button was pressed."""
    return number_in(request, "picture")


def number_in(request: HttpRequest, name: str) -> int:
    """Return the id that a button sent; 0, which no row has, where it is none."""
    sent_id = request.POST.get(name, "")
    return int(sent_id) if sent_id.isdecimal() and len(sent_id) < _DIGITS else 0


_DIGITS = 12


def saved(
    request: HttpRequest, seat: Seat, post: Post, do: Do, *, field: str = "", whole: bool = False
) -> HttpResponse:
    """Save what is on the page first, with every picture that was chosen, and then do what the button says.

    With `whole` it is done only where everything on the page could be read, and no picture has just come in: its author
    has not seen what was found in it.
    """
    got = _sent(request, post)
    try:
        now = composing.save(post, got.written, seat=seat, at=timezone.now())
    except (NotAllowed, UnableTo) as refusal:
        return _again(request, seat, post, {"text": str(refusal)})
    came, problems = _taken_in(request, seat, now)
    problems = {uploads.FIELD: uploads.NOT_SENT} if came and whole else problems
    done, problems = _did(do, now, got, field=field, whole=whole, before=problems)
    draft = found_draft(request, seat, post.pk)
    if problems:
        return _page(request, seat, draft, problems=problems, both=got.both)
    return _done(request, seat, draft, f"{came} {done}".strip())


def _taken_in(request: HttpRequest, seat: Seat, post: Post) -> tuple[str, Problems]:
    """Add the pictures that were chosen. Returns what was done, in words, and what is wrong with them."""
    try:
        return uploads.take_in(post, uploads.chosen(request), seat), {}
    except (NotAllowed, UnableTo) as refusal:
        return "", {uploads.FIELD: str(refusal)}


def _did(do: Do, post: Post, got: Sent, *, field: str, whole: bool, before: Problems) -> tuple[str, Problems]:
    """Return what was done, in words, and what is wrong: with the page as it was sent, or with doing it.

    Nothing is done where something went wrong `before`.
    """
    if before:
        return "", {**before, **got.problems}
    try:
        return "" if whole and got.problems else do(post), got.problems
    except (NotAllowed, UnableTo) as refusal:
        return "", {field: str(refusal), **got.problems}


def _done(request: HttpRequest, seat: Seat, post: Post, done: str) -> HttpResponse:
    whole = getattr(request, "htmx", None)
    if whole and post.status == "draft":
        return _page(request, seat, post, said=done, rewritten=bool(done), tapped="remedy" in request.POST)
    if done:
        tapped = "remedy" in request.POST and to_take_back(changes_of(post), text=post.text) is not None
        messages.success(request, f"{done} {_BACK}" if tapped else done)
    return redirect("post", school=seat.school.slug, post=post.pk)


_BACK = "You can take it back under “Put right”, below the three answers."


def _sent(request: HttpRequest, post: Post) -> Sent:
    got = sent(request.POST, post, list(post.pictures.prefetch_related("pupils")), at=timezone.now())
    if "mine" not in request.POST:
        return got
    # They have been told that it was changed elsewhere, and keep what is on their page.
    return replace(got, written=replace(got.written, edits=post.edits))


def _again(request: HttpRequest, seat: Seat, post: Post, problems: Problems) -> HttpResponse:
    """Show the page with what was typed, since it could not be saved."""
    got = _sent(request, post)
    lost = {uploads.FIELD: uploads.NOT_KEPT} if uploads.chosen(request) else {}
    return _page(
        request,
        seat,
        found_draft(request, seat, post.pk),
        problems={**problems, **lost},
        typed=got.written,
        both=got.both,
        status=409,
    )


def _page(request: HttpRequest, seat: Seat, post: Post, *, status: int = 0, **more: Any) -> HttpResponse:
    context = page_of(post, seat, at=timezone.now(), data=request.POST, **more)
    code = status or (422 if more.get("problems") else 200)
    if not getattr(request, "htmx", None):
        return render(request, "publishing/compose.html", context, status=code)
    if more.get("search"):
        return render(request, "publishing/compose_people.html", context, status=code)
    # Whichever button asked, what changes is the answers, and what goes with them.
    response = render(request, "publishing/check_parts.html", context, status=code)
    return reswap(retarget(response, "#answers"), "innerHTML")


def _sent_page(request: HttpRequest, seat: Seat, post: Post) -> HttpResponse:
    """Show its author what was sent, and who must still agree; anybody else, the record of it."""
    version = queries.current_version(post)
    if version is None:  # it came back between two queries
        return redirect("post", school=seat.school.slug, post=post.pk)
    if post.author_id != seat.person.pk:
        return redirect("version", school=seat.school.slug, version=version.pk)
    accounts = [one for one in all_channels(seat.school) if one.pk in version.content["channels"]]
    shown = {"post": post, "version": version, "signed": list(signed(version)), "accounts": accounts}
    return render(request, "publishing/compose_sent.html", shown)


urlpatterns = [
    path("<slug:school>/posts/new/", new_post, name="new_post"),
    path("<slug:school>/posts/<int:post>/", post_page, name="post"),
    path("<slug:school>/posts/<int:post>/check/", check, name="post_check"),
    path("<slug:school>/posts/<int:post>/pictures/", add_picture, name="post_add_picture"),
    path("<slug:school>/posts/<int:post>/pictures/remove/", remove_picture, name="post_remove_picture"),
    path("<slug:school>/posts/<int:post>/people/", people, name="post_people"),
    path("<slug:school>/posts/<int:post>/send/", send, name="post_send"),
    path("<slug:school>/posts/<int:post>/recall/", recall, name="post_recall"),
    path("<slug:school>/posts/<int:post>/discard/", discard, name="post_discard"),
]
