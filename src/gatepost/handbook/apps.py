"""Django's entry for this room."""

from django.apps import AppConfig


class HandbookConfig(AppConfig):
    """The handbook room."""

    name = "gatepost.handbook"
    label = "handbook"
