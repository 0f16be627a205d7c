"""What families are told with each question where their school has not written its own words: plain, with the risk."""

from typing import Final

_WHO_SEES: Final[dict[str, str]] = {
    "in_school": "Displays, books and screens in the building. Only people who are in school see it.",
    "parents": "Pages that only families of the school can open. Any of them could save it or pass it on.",
    "web": "The school’s website. Anybody in the world can see it, save it and change it.",
    "social": "The school’s pages on social media. Anybody in the world can see it, save it and change it.",
    "press": "Newspapers, radio and television. What they print or broadcast stays with them, also online.",
}
_RISK: Final = (
    "Strangers have taken ordinary school pictures from open pages, changed them by computer into indecent ones and "
    "asked for money. That is rare, and we cannot rule it out. If you say no later, we take down what is ours, and "
    "cannot call back copies."
)
_OPEN: Final = frozenset({"web", "social", "press"})
_MORE: Final[dict[str, str]] = {
    "photo": "",
    "voice": "A voice or a moving picture says more about a child than a still one.",
    "name": "With a first name beside it, a picture is easier to connect with one child.",
    "full_name": "With first name and surname, anybody who searches can find your child.",
    "quote": "Words stay connected with whoever said them, for years.",
    "work": "Handwriting or a signature on the work can show whose it is.",
}


def told(tier: str, element: str) -> str:
    """Return what a question means and what could go wrong, in the words that come with Gatepost."""
    risk = _RISK if tier in _OPEN and element in {"photo", "voice", "full_name"} else ""
    return " ".join(part for part in (_WHO_SEES[tier], _MORE[element], risk) if part)


HEADINGS: Final[dict[str, str]] = {
    "in_school": "In school",
    "parents": "Pages for families",
    "web": "School website",
    "social": "Social media",
    "press": "Newspapers and television",
}
"""Tier → its heading."""
LINES: Final[dict[str, str]] = {
    "photo": "A picture",
    "voice": "A voice or a video",
    "name": "The first name",
    "full_name": "First name and surname",
    "quote": "Words, quoted",
    "work": "A piece of work",
}
"""Element → its line."""
