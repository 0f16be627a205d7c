"""The addresses of the pages. Each module of views has a table of its own; this joins them."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
