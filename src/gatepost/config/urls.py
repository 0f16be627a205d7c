"""Every address."""

from django.urls import URLPattern, URLResolver, include, path

from gatepost.api.app import api

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/", api.urls),
    path("", include("gatepost.web.urls")),
]
