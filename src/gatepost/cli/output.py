"""What goes to the terminal or the pipe: text, JSON, and complaints."""

import json
import sys
from collections.abc import Sequence
from typing import Any, Final

FORMATS: Final = ("text", "json", "jsonl")


class UsageProblem(Exception):
    """The command cannot do what was asked. `str()` is the sentence to print; the exit status is 2."""


def as_json(value: Any, *, indent: int | None = None) -> str:
    """Return a value as JSON, letters as they are."""
    return json.dumps(value, ensure_ascii=False, indent=indent)


def print_json(value: Any) -> None:
    """Print one JSON value over several lines."""
    _print(as_json(value, indent=2), as_utf8=True)


def print_lines(values: Sequence[Any]) -> None:
    """Print each value as JSON on a line of its own."""
    for value in values:
        _print(as_json(value), as_utf8=True)


def print_objects(objects: Sequence[Any], *, form: str) -> None:
    """Print the objects in one of the machine formats: `json` is one array, or one object where there is one."""
    if form == "jsonl":
        print_lines(objects)
    else:
        print_json(objects[0] if len(objects) == 1 else [*objects])


def print_text(text: str) -> None:
    """Print text for a person, in the terminal's own encoding."""
    _print(text, as_utf8=False)


def complain(sentence: str) -> None:
    """Print a problem where a pipe does not carry it away."""
    _printable(sys.stderr, as_utf8=False)
    print(f"gatepost: {sentence}", file=sys.stderr)


def _print(text: str, *, as_utf8: bool) -> None:
    _printable(sys.stdout, as_utf8=as_utf8)
    print(text)


def _printable(stream: Any, *, as_utf8: bool) -> None:
    """Let a stream take any text. Half a surrogate pair becomes \\ud800, which is how JSON writes it too."""
    if hasattr(stream, "reconfigure"):
        encoding = "utf-8" if as_utf8 else None
        stream.reconfigure(encoding=encoding, errors="backslashreplace" if as_utf8 else "replace")
