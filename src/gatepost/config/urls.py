"""Every address."""

from django.urls import URLPattern, URLResolver, include, path, re_path

from gatepost.api.app import api, nothing_here

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/", api.urls),
    re_path("^api/", nothing_here),
    path("", include("gatepost.web.urls")),
]
