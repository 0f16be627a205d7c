"""The API: JSON in and out, for the same people as the pages, through the same actions.

Whoever calls is signed in as on the pages, and sends the same token against forged requests.
"""

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.security import SessionAuth

from gatepost import __version__
from gatepost.api.routes import (
    accepting,
    back_catalogue,
    channels,
    closing,
    contacts,
    deciding,
    deliveries,
    imports,
    keeping,
    leavings,
    locks,
    logins,
    pictures,
    posts,
    publishing,
    pupils,
    sightings,
    staff,
    versions,
    wishes,
)
from gatepost.schools.errors import NotAllowed, UnableTo

api = NinjaAPI(
    title="Gatepost", version=__version__, description=__doc__, auth=SessionAuth(), docs_url=None, urls_namespace="api"
)
api.add_router("/{school}/posts", posts.router)
api.add_router("/{school}/posts", pictures.router)
api.add_router("/{school}/versions", versions.router)
api.add_router("/{school}/deliveries", deliveries.router)
api.add_router("/{school}/pupils", pupils.router)
api.add_router("/{school}/pupils", contacts.router)
api.add_router("/{school}/earlier-posts", back_catalogue.router)
api.add_router("/{school}/channels", channels.router)
api.add_router("/{school}/channels/{account}", keeping.router)
api.add_router("/{school}/channels/{account}/closing", closing.router)
api.add_router("/{school}/channels/{account}/lock", locks.router)
api.add_router("/{school}", accepting.router)
api.add_router("/{school}", leavings.router)
api.add_router("/{school}", deciding.router)
api.add_router("/{school}", sightings.router)
api.add_router("/{school}", wishes.router)
api.add_router("/{school}", logins.router)
api.add_router("/{school}", publishing.router)
api.add_router("/{school}", imports.router)
api.add_router("/{school}", staff.router)


def nothing_here(request: HttpRequest, **_rest: str) -> HttpResponse:
    """Answer an address of the API at which there is nothing in the form of all its answers."""
    return api.create_response(request, {"why": "There is nothing here."}, status=404)


@api.exception_handler(NotAllowed)
def _not_allowed(request: HttpRequest, refusal: NotAllowed) -> HttpResponse:
    return api.create_response(request, {"why": str(refusal)}, status=403)


@api.exception_handler(UnableTo)
def _unable(request: HttpRequest, refusal: UnableTo) -> HttpResponse:
    return api.create_response(request, {"why": str(refusal)}, status=409)


@api.exception_handler(Http404)
def _absent(request: HttpRequest, _refusal: Http404) -> HttpResponse:
    return nothing_here(request)
