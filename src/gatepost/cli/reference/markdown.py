"""Tables and headings in Markdown, and the note that a page is written by the code."""

from collections.abc import Iterable, Sequence
from typing import Final

GENERATED: Final = "<!-- Written by `gatepost docs` from the code. Change the code, then run it again. -->"


def page(title: str, *parts: str) -> str:
    """Return a page with its heading and the note on where it comes from."""
    return "\n\n".join((GENERATED, f"# {title}", *parts)) + "\n"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; bars and line breaks in cells are written so that they stay in their cell."""
    lines = [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}"]
    lines += [f"| {' | '.join(_cell(cell) for cell in row)} |" for row in rows]
    return "\n".join(lines)


def code(word: object) -> str:
    """Return a word as code."""
    return f"`{word}`"


def _cell(text: str) -> str:
    return text.replace("\n", " ").replace("|", "\\|")
