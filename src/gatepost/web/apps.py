"""Django's entry for this room, which stores nothing."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The pages."""

    name = "gatepost.web"
    label = "web"
