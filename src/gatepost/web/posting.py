"""Views that only take what is posted, and lists that come page by page."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import wraps
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import NoReverseMatch, reverse

PER_PAGE = 25


def post_only(back: str) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """Make a view that takes only what is posted. Whoever comes by a link, or back from signing in, is shown `back`.

    `back` is the name of a page's address with the same arguments, or with the first of them.
    """

    def made(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def posted(request: HttpRequest, **kwargs: Any) -> HttpResponse:
            if request.method != "POST":
                return HttpResponseRedirect(_address(back, kwargs))
            return view(request, **kwargs)

        posted.post_only = True  # type: ignore[attr-defined]
        return posted

    return made


def _address(name: str, kwargs: dict[str, Any]) -> str:
    given = [*kwargs.items()]
    for many in range(len(given), 0, -1):
        with suppress(NoReverseMatch):
            return reverse(name, kwargs=dict(given[:many]))
    return reverse(name)


def paged(rows: "QuerySet[Any] | Sequence[Any]", request: HttpRequest, *, each: int = PER_PAGE) -> Page[Any]:
    """Return the page of a list that the address asks for with `page`; the nearest one where there is no such page."""
    return Paginator(rows, each).get_page(request.GET.get("page"))
