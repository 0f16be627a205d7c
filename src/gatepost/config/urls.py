"""Every address."""

from django.urls import URLPattern, URLResolver, include, path

from gatepost.api.app import api, nothing_here

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/", api.urls),
    path("api/", include([path("<path:rest>", nothing_here)])),
    path("", include("gatepost.web.urls")),
]
