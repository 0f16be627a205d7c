"""What a family is asked about, and where it would be seen."""

from typing import Final

ELEMENTS: Final[dict[str, str]] = {
    "photo": "a picture",
    "name": "the first name",
    "full_name": "the full name",
    "quote": "a quotation",
    "work": "a piece of work",
}
"""Slug → what is agreed to."""

TIERS: Final[dict[str, str]] = {
    "in_school": "in school",
    "parents": "pages that only parents see",
    "web": "the school’s website",
    "social": "public social media",
    "press": "the press",
}
"""Slug → where it would be seen."""
