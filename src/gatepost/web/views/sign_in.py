"""Signing in: allauth's pages that we show, our own list of them, and, in a demonstration, sign-in by role."""

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path


@login_required
def your_sign_in(request: HttpRequest) -> HttpResponse:
    """Show how whoever is signed in signs in, and where they are signed in now."""
    return render(request, "account/yours.html")


def demo(request: HttpRequest) -> HttpResponse:
    """Show the invented people of the demonstration, to be any of them. Elsewhere there is no such page."""
    if not settings.DEMO:
        raise Http404
    return render(request, "home/demo.html")


urlpatterns = [
    path("account/", your_sign_in, name="your_sign_in"),
    path("demo/", demo, name="demo"),
]
