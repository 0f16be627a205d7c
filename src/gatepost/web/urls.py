"""The addresses of the pages. Each module of views has a table of its own; this joins them."""

from collections.abc import Iterator
from importlib import import_module
from typing import Final

from django.urls import URLPattern, URLResolver

MODULES: Final = (
    "sign_in",
    "families",
    "official",
    "home",
    "boxes",
    "compose",
    "fixes",
    "pictures",
    "signoff",
    "handover",
    "packs",
    "archive",
    "takedowns",
    "trip_cards",
    "family_links",
    "back_catalogue",
    "past_posts",
    "history",
    "incidents",
    "policy",
    "accepting",
    "pupils",
    "contacts",
    "pupil_standing",
    "bases",
    "wordings",
    "people",
    "trust_people",
    "leavings",
    "staff_lists",
    "deciding",
    "sightings",
    "parity",
    "askings",
    "login_askings",
    "account_tables",
    "trust_accounts",
    "accounts",
    "account_people",
    "closing",
    "locks",
    "told",
    "imports",
)
"""The modules of views. The first three stand first: what they claim is never taken for a school."""


def _joined() -> Iterator[URLPattern | URLResolver]:
    for name in MODULES:
        yield from import_module(f"gatepost.web.views.{name}").urlpatterns


urlpatterns: list[URLPattern | URLResolver] = [*_joined()]
