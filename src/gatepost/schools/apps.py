"""Django's entry for this room."""

from django.apps import AppConfig


class SchoolsConfig(AppConfig):
    """The schools room."""

    name = "gatepost.schools"
    label = "schools"
