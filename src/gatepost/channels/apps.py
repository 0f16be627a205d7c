"""Django's entry for this room."""

from django.apps import AppConfig


class ChannelsConfig(AppConfig):
    """The channels room."""

    name = "gatepost.channels"
    label = "channels"
