"""Stored pictures, through the same door as the pages: no file is served by its own address."""

from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

from gatepost.publishing.pictures import resize, showing, stored
from gatepost.publishing.pictures.showing import Kept
from gatepost.schools.errors import UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat
from gatepost.web.page import school_page

SIZES: Final = {"small": 320, "medium": 960, "large": 1920}
"""`?size=` → pixels of the long side. Without it, the picture as it is kept."""


@require_safe
@school_page(Permission.SEE_POSTS)
def picture(request: HttpRequest, seat: Seat, picture: int) -> HttpResponse:
    """Show a picture of a post as it stands: of a draft, to its author alone."""
    return _served(request, showing.of_post(seat, picture))


@require_safe
@school_page(Permission.SEE_POSTS)
def version_picture(request: HttpRequest, seat: Seat, version: int, picture: int) -> HttpResponse:
    """Show a picture as it was sent for sign-off, whatever has become of the draft since."""
    return _served(request, showing.of_version(seat, version, picture))


def _served(request: HttpRequest, kept: Kept | None) -> HttpResponse:
    size = request.GET.get("size", "")
    if kept is None or (size and size not in SIZES):
        raise Http404
    etag = quote_etag(f"{kept.sha256[:32]}{size}")
    response = get_conditional_response(request, etag=etag) or _whole(kept, size)
    # A browser may keep it, but asks each time whether this person may still see it.
    response["Cache-Control"] = "private, no-cache"
    response["ETag"] = etag
    return response


def _whole(kept: Kept, size: str) -> HttpResponse:
    ending = kept.file.rsplit(".", 1)[-1]
    try:
        data = stored.read(kept.file, sha256=kept.sha256)
    except UnableTo as gone:
        raise Http404 from gone
    if size:
        data = resize.fitted(data, longest=SIZES[size], most=resize.ELSEWHERE.bytes)
    return HttpResponse(data, content_type=stored.TYPES[ending], headers={
        "Content-Disposition": f'inline; filename="picture.{ending}"',
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Resource-Policy": "same-origin",
    })  # fmt: skip


urlpatterns = [
    path("<slug:school>/pictures/<int:picture>/", picture, name="picture"),
    path("<slug:school>/versions/<int:version>/pictures/<int:picture>/", version_picture, name="version_picture"),
]
