"""What this room stores."""

from gatepost.channels.models.channel import Channel
from gatepost.channels.models.poster import Poster

__all__ = ["Channel", "Poster"]
