"""Where text for people is shown: how wide it is, and whether it has colours and every letter."""

import os
import shutil
import sys
import textwrap
import unicodedata
from dataclasses import dataclass
from typing import Final

_CODES: Final = {"green": "32", "amber": "33", "red": "31", "bold": "1", "faint": "2", "underline": "4"}
_LONGEST: Final = 60
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that turn the direction of writing: shown raw, they can make a text read as another."""


@dataclass(frozen=True, slots=True)
class Terminal:
    """A place to print to. `width` is in columns; `rich` is true where ✓ and ✗ can be shown."""

    width: int = 80
    colour: bool = False
    rich: bool = True

    @classmethod
    def here(cls) -> "Terminal":
        """Return what standard output is: plain and 80 wide unless it is a terminal. NO_COLOR is respected."""
        shown = sys.stdout.isatty()
        columns = shutil.get_terminal_size((80, 24)).columns if shown or os.environ.get("COLUMNS") else 80
        colour = shown and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        return cls(width=max(40, min(columns, 100)), colour=colour, rich=_can_show("✓✗“”→"))

    def paint(self, text: str, *styles: str) -> str:
        """Return the text in these styles where colours are shown, else as it is."""
        if not self.colour or not text:
            return text
        return f"\x1b[{';'.join(_CODES[style] for style in styles)}m{text}\x1b[0m"

    def wrapped(self, text: str, *, first: str = "", later: str | None = None) -> list[str]:
        """Return the text in lines that fit, the first and the later ones behind these margins."""
        later = " " * len(first) if later is None else later
        return textwrap.wrap(
            text,
            self.width,
            initial_indent=first,
            subsequent_indent=later,
            break_long_words=True,
            break_on_hyphens=False,
        ) or [first.rstrip()]


def _can_show(symbols: str) -> bool:
    try:
        symbols.encode(sys.stdout.encoding or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def harmless(text: object) -> str:
    """Return a text from outside with nothing in it that could steer a terminal; its length stays the same."""
    return "".join(_harmless(character) for character in str(text))


def in_short(text: object) -> str:
    """Return a text from outside on one line, harmless, and cut where it is too long to stand in a sentence."""
    line = " ".join(harmless(text).split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"


def _harmless(character: str) -> str:
    if character in _TURNING:
        return "·"
    if unicodedata.category(character) in ("Cc", "Cs"):
        return "\n" if character == "\n" else " " if character == "\t" else "·"
    return character


def columns(text: str) -> int:
    """Return how many columns a text takes."""
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if character.isascii():
        return 1
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
