"""What is too much to be sent at once is refused by what it says of its length, before any of it is read."""

from collections.abc import Callable
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

_MB: Final = 1024 * 1024
_ROOM: Final = _MB
"""What a request takes beside a picture: names, words and the lines between."""


class BodyLimit:
    """Answers 413 to a request whose body is longer than is taken: one picture by the API, several by a page.

    A body without a length is read as empty, so that there is nothing to refuse.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Return the refusal, or what the rest answers."""
        by_api = request.path.startswith("/api/")
        most = settings.PICTURE_MAX_BYTES + _ROOM if by_api else settings.REQUEST_MAX_BYTES
        if _length(request) <= most:
            return self.get_response(request)
        said = f"This is too much to send at once: up to {most // _MB} MB is taken. "
        if by_api:
            return JsonResponse({"why": said + "Send fewer or smaller pictures."}, status=413)
        return render(request, "413.html", {"why": said, "most": settings.PICTURE_MAX_BYTES // _MB}, status=413)


def _length(request: HttpRequest) -> int:
    told = str(request.META.get("CONTENT_LENGTH") or "0")
    if not told.isdecimal():
        return 0
    return int(told) if len(told) < _DIGITS else settings.REQUEST_MAX_BYTES + settings.PICTURE_MAX_BYTES + _MB


_DIGITS: Final = 16
"""More digits than any length has, and than Python would read at once."""
