"""The boxes over a draft's pictures: look whether they are there, say what each is, blur, crop, and take that back."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone

from gatepost.publishing import queries
from gatepost.publishing.actions import boxes
from gatepost.publishing.models import Picture, Post
from gatepost.publishing.pictures.boxes import spots
from gatepost.publishing.pictures.crops import SIDES, Way, by_hand, ways_without
from gatepost.schools.errors import NotAllowed, UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat
from gatepost.web.forms.box_page import CROP, box_page, crop_page, said
from gatepost.web.forms.compose_page import page_of
from gatepost.web.numbers import number
from gatepost.web.page import school_page
from gatepost.web.posting import post_only
from gatepost.web.views.compose import found_draft, saved


@school_page(Permission.WRITE_POSTS)
def look(request: HttpRequest, seat: Seat, post: int, picture: int) -> HttpResponse:
    """Answer with what has been found in a picture so far. Once that is all, the page checks the draft again."""
    draft = _held(request, seat, post, picture).post
    if not getattr(request, "htmx", None):
        return redirect(_back(seat, post, picture))
    context = page_of(draft, seat, at=timezone.now(), data=request.POST)
    part = next(one for one in context["parts"] if one.picture.pk == picture)
    response = render(request, "publishing/_picture_look.html", {**context, "part": part})
    if part.look.kind != "looking":
        response["HX-Trigger"] = "looked"
    return response


@post_only("post")
@school_page(Permission.WRITE_POSTS)
def open_box(request: HttpRequest, seat: Seat, post: int) -> HttpResponse:
    """Save the draft, and go on to a box of one of its pictures, or to cropping it."""
    chosen, _, box = request.POST.get("box", "").partition("-")
    picture = number(chosen)
    answer = saved(request, seat, found_draft(request, seat, post), lambda _: "")
    if answer.status_code != 302 or picture is None or not box.isalnum():
        return answer
    return redirect("picture_box", school=seat.school.slug, post=post, picture=picture, box=box)


@post_only("post")
@school_page(Permission.WRITE_POSTS)
def blur(request: HttpRequest, seat: Seat, post: int) -> HttpResponse:
    """Save the draft, and cover boxes of one of its pictures for good."""
    picture, _, keys = request.POST.get("blur", "").partition(":")

    def done(draft: Post) -> str:
        boxes.blur(_picture(draft, picture), boxes=keys.split(","), seat=seat, at=timezone.now())
        return "Blurred. You can take it back until the post is sent; then it is gone for good."

    return saved(request, seat, found_draft(request, seat, post), done)


@post_only("post")
@school_page(Permission.WRITE_POSTS)
def take_back(request: HttpRequest, seat: Seat, post: int) -> HttpResponse:
    """Save the draft, and make a picture what it was before it was last blurred or cropped."""

    def done(draft: Post) -> str:
        boxes.take_back(_picture(draft, request.POST.get("picture", "")), seat=seat, at=timezone.now())
        return "The picture is as it was before."

    return saved(request, seat, found_draft(request, seat, post), done)


@school_page(Permission.WRITE_POSTS)
def box(request: HttpRequest, seat: Seat, post: int, picture: int, box: str) -> HttpResponse:
    """Show one box of a picture large, and what can be done about it. What is posted looks for a pupil."""
    found = _held(request, seat, post, picture)
    return _page(request, seat, found, box)


@post_only("picture_box")
@school_page(Permission.WRITE_POSTS)
def say(request: HttpRequest, seat: Seat, post: int, picture: int, box: str) -> HttpResponse:
    """Say who or what is in a box, or blur it."""
    found, (answer, pupil) = _held(request, seat, post, picture), said(request.POST)
    try:
        if answer == "blur":
            boxes.blur(found, boxes=[box], seat=seat, at=timezone.now())
        elif not answer:
            raise UnableTo("Choose who or what it is first.")
        else:
            boxes.say(found, box=box, said=answer, pupil=pupil, seat=seat, at=timezone.now())
    except UnableTo as refusal:
        return _page(request, seat, found, box, problem=str(refusal))
    return redirect(_back(seat, post, picture, box))


@post_only("picture_box")
@school_page(Permission.WRITE_POSTS)
def crop(request: HttpRequest, seat: Seat, post: int, picture: int, box: str) -> HttpResponse:
    """Cut off one side of a picture with a box in it, or what was said of each side."""
    found = _held(request, seat, post, picture)
    size = (found.width, found.height)
    try:
        if box == CROP:
            area = by_hand({side: _percent(request, side) for side in SIDES}, size)
        else:
            area = next(one.area for one in _ways(found, box) if one.side == request.POST.get("side"))
        boxes.crop(found, area=area, seat=seat, at=timezone.now())
    except (UnableTo, StopIteration) as refusal:
        return _page(request, seat, found, box, problem=str(refusal) or boxes.GONE)
    messages.success(request, "Cut off. You can take it back until the post is sent.")
    return redirect(_back(seat, post, picture))


def _page(request: HttpRequest, seat: Seat, found: Picture, box: str, *, problem: str = "") -> HttpResponse:
    if box == CROP:
        return render(request, "publishing/crop.html", crop_page(found, request.POST, problem=problem))
    shown = box_page(found, box, seat, request.POST, at=timezone.now())
    if shown is None:
        messages.error(request, boxes.GONE)
        return redirect(_back(seat, found.post_id, found.pk))
    return render(request, "publishing/box.html", {**shown, "problem": problem}, status=422 if problem else 200)


def _ways(picture: Picture, box: str) -> tuple[Way, ...]:
    spot = next((one for one in spots(picture.seen, picture.marks) if one.key == box), None)
    return ways_without(spot.area, (picture.width, picture.height)) if spot else ()


def _held(request: HttpRequest, seat: Seat, post: int, picture: int) -> Picture:
    """Return a picture of this person's draft. Raises Http404 for none, NotAllowed for somebody else's."""
    draft = found_draft(request, seat, post)
    if draft.status != "draft" or draft.author_id != seat.person.pk:
        raise NotAllowed("This post has been sent for sign-off. Take it back first, and then change it.")
    return _picture(draft, str(picture), missing=Http404)


def _picture(post: Post, pk: str, *, missing: type[Exception] = UnableTo) -> Picture:
    held = number(pk)
    found = None if held is None else queries.picture_of(post, held)
    if found is None:
        raise missing("This picture was removed already.")
    return found


def _percent(request: HttpRequest, side: str) -> int:
    found = number(request.POST.get(side, "").strip().removesuffix("%").strip() or "0")
    if found is None or found >= 100:
        raise UnableTo("Write how much to cut off as a number from 0 to 99.")
    return found


def _back(seat: Seat, post: int, picture: int, box: str = "seen") -> str:
    return f"{reverse('post', kwargs={'school': seat.school.slug, 'post': post})}#p{picture}-{box}"


_BOX = "<slug:school>/posts/<int:post>/pictures/<int:picture>/<slug:box>/"
urlpatterns = [
    path("<slug:school>/posts/<int:post>/pictures/box/", open_box, name="post_box"),
    path("<slug:school>/posts/<int:post>/pictures/blur/", blur, name="post_blur"),
    path("<slug:school>/posts/<int:post>/pictures/take-back/", take_back, name="post_take_back"),
    path("<slug:school>/posts/<int:post>/pictures/<int:picture>/look/", look, name="picture_look"),
    path(_BOX, box, name="picture_box"),
    path(f"{_BOX}say/", say, name="picture_say"),
    path(f"{_BOX}crop/", crop, name="picture_crop"),
]
