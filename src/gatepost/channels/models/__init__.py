"""What this room stores."""

from gatepost.channels.models.administrator import Administrator
from gatepost.channels.models.asking import Asking
from gatepost.channels.models.channel import Channel
from gatepost.channels.models.check import Check
from gatepost.channels.models.closing_step import ClosingStep
from gatepost.channels.models.lock import Lock, LockNote
from gatepost.channels.models.login_asking import LoginAsking
from gatepost.channels.models.poster import Poster
from gatepost.channels.models.poster_role import PosterRole
from gatepost.channels.models.public_page import PublicPage
from gatepost.channels.models.sighting import Sighting

__all__ = [
    "Administrator", "Asking", "Channel", "Check", "ClosingStep", "Lock", "LockNote", "LoginAsking", "Poster",
    "PosterRole", "PublicPage", "Sighting",
]  # fmt: skip
