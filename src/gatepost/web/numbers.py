"""Numbers as they come from forms and addresses."""

from typing import Final

_DIGITS: Final = 12
"""More than any row's number has, and fewer than what a database or Python would refuse to take."""


def number(text: str) -> int | None:
    """Return the whole number that a text is; None where it is none, or longer than any that Gatepost gives out."""
    return int(text) if text.isdecimal() and len(text) <= _DIGITS else None
