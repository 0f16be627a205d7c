"""Django's entry for this room."""

from django.apps import AppConfig


class ConsentsConfig(AppConfig):
    """The consents room."""

    name = "gatepost.consents"
    label = "consents"
