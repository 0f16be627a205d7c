"""What a browser is called, from what it says of itself."""

from typing import Final

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
