"""How people come in: the school adds them, nobody adds themselves."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    """allauth's way in, without signing up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Return False: the school adds its people."""
        return False
