"""The browsers in which people are signed in, and what each is called."""

from datetime import datetime
from typing import Final

from allauth.usersessions.models import UserSession
from django.contrib.auth import HASH_SESSION_KEY
from django.contrib.sessions.models import Session

from gatepost.schools.models import Person

_BROWSERS: Final = (
    ("Edg", "Edge"), ("OPR", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari"),
)  # fmt: skip
_DEVICES: Final = (
    ("iPad", "an iPad"), ("iPhone", "an iPhone"), ("CrOS", "a Chromebook"), ("Android", "an Android phone or tablet"),
    ("Windows", "Windows"), ("Macintosh", "a Mac"), ("Linux", "Linux"),
)  # fmt: skip
# Most browsers name others after themselves, so the first that is found in this order is the one.


def browser_name(user_agent: str) -> str:
    """Return what a person would call this browser: “Edge on Windows”."""
    browser = next((name for mark, name in _BROWSERS if mark in user_agent), "Another browser")
    device = next((name for mark, name in _DEVICES if mark in user_agent), "")
    return f"{browser} on {device}" if device else browser


def signed_in(person: Person, *, at: datetime) -> list[UserSession]:
    """Return where a person is signed in at a moment, the latest first, in two queries.

    A session that ran out, or that was begun with an older password, is none.
    """
    begun = list(UserSession.objects.filter(user=person).order_by("-created_at"))
    kept = Session.objects.filter(session_key__in=[one.session_key for one in begun], expire_date__gt=at)
    now = person.get_session_auth_hash()
    holding = {one.session_key for one in kept if one.get_decoded().get(HASH_SESSION_KEY) == now}
    return [one for one in begun if one.session_key in holding]
