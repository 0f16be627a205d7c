"""A file of situations: YAML (one, a list, several documents), JSON (one or an array) or JSON Lines."""

import json
import math
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from gatepost.cli.yaml_values import UnreadableYaml, yaml_documents


class Entry(NamedTuple):
    """One situation as written, or the sentence that says why it cannot be read. Lines count from 1."""

    line: int
    data: Any = None
    problem: str | None = None


class _Unreadable(Exception):
    """A value that no situation can hold."""


def read_entries(text: str, *, name: str = "") -> list[Entry]:
    """Return the situations in a text, in order. One that is broken is an entry with a problem in its place.

    The format is told by the name's ending where it has one of ours, and otherwise by the text.
    """
    entries = [_checked(entry) for entry in _parsed(text, name)]
    return entries or [Entry(1, problem="There is no situation here. Write at least `kind` and `facts`.")]


def _parsed(text: str, name: str) -> Iterator[Entry]:
    ending = name.rpartition(".")[2].casefold()
    if ending in ("yaml", "yml"):
        return _yaml(text)
    if ending in ("jsonl", "ndjson"):
        return _json_lines(text)
    if ending == "json" or text.lstrip()[:1] in ("{", "["):
        return _json_or_lines(text, yaml_may_be_meant=ending != "json")
    return _yaml(text)


def _json_or_lines(text: str, *, yaml_may_be_meant: bool) -> Iterator[Entry]:
    """JSON as a whole where it is, else JSON Lines where the first line is JSON, else YAML's own `{…}`."""
    lines = [line for line in text.splitlines() if line.strip()]
    try:
        _decoder.raw_decode(text.lstrip())
    except _NOT_JSON:
        whole = False
    else:
        whole = not text.lstrip().startswith("{") or len(lines) == 1 or not _is_json(lines[0])
    if whole or len(lines) < 2:
        return _json(text) if whole or not yaml_may_be_meant else _json_or_yaml(text)
    if _is_json(lines[0]) or _is_json(lines[1]):
        return _json_lines(text)
    return _json_or_yaml(text) if yaml_may_be_meant else _json(text)


def _json_or_yaml(text: str) -> Iterator[Entry]:
    """Flow-style YAML looks like JSON; where neither reads, JSON's complaint is the clearer one."""
    entries = [*_yaml(text)]
    return iter(entries) if all(entry.problem is None for entry in entries) else _json(text)


def _json(text: str) -> Iterator[Entry]:
    """Yield the situations of one JSON value: an object, or an array of them, each with its line."""
    start = len(text) - len(text.lstrip())
    if not text[start:].startswith("["):
        yield _json_value(text, start)
        return
    at = _skip(text, start + 1)
    while text[at : at + 1] not in ("]", ""):
        entry, at = _element(text, at)
        yield entry
        if entry.problem is not None and at < 0:
            return
        at = _skip(text, at)
        if text[at : at + 1] == ",":
            at = _skip(text, at + 1)
        elif text[at : at + 1] != "]":
            yield Entry(_line(text, at), problem="The JSON array is not closed here: a `,` or `]` is missing.")
            return


def _json_value(text: str, at: int) -> Entry:
    entry, end = _element(text, at)
    if entry.problem is None and text[end:].strip():
        return Entry(_line(text, end), problem="The JSON goes on after its end. Write an array, or a situation a line.")
    return entry


def _element(text: str, at: int) -> tuple[Entry, int]:
    """Return the value that starts here and where it ends; -1 where it cannot be read."""
    try:
        value, end = _decoder.raw_decode(text, at)
    except json.JSONDecodeError as error:
        return Entry(_line(text, error.pos), problem=f"The JSON does not parse: {error.msg}."), -1
    except (_Unreadable, ValueError, RecursionError) as error:
        return Entry(_line(text, at), problem=_sentence(error)), -1
    return Entry(_line(text, at), value), end


def _json_lines(text: str) -> Iterator[Entry]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield _json_value(line, len(line) - len(line.lstrip()))._replace(line=number)


def _yaml(text: str) -> Iterator[Entry]:
    for line, value in yaml_documents(text):
        yield Entry(line, problem=str(value)) if isinstance(value, UnreadableYaml) else Entry(line, value)


def _checked(entry: Entry) -> Entry:
    """Return the entry, or a problem where a number in it is no number: JSON could not carry it back."""
    if entry.problem is None and not _finite(entry.data, seen=set()):
        return Entry(entry.line, entry.data, "A number in it is infinite or not a number. Write a plain number.")
    return entry


def _finite(value: Any, *, seen: set[int]) -> bool:
    if isinstance(value, float):
        return math.isfinite(value)
    if not isinstance(value, Mapping | list) or id(value) in seen:
        return True
    seen.add(id(value))
    return all(_finite(item, seen=seen) for item in (value.values() if isinstance(value, Mapping) else value))


def _no_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Build an object, refusing a key that stands there twice: one of the two would be lost in silence."""
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise _Unreadable(f"`{key}` stands twice in one mapping. Keep one of them.")
        found[key] = value
    return found


_decoder = json.JSONDecoder(object_pairs_hook=_no_twins)
_NOT_JSON = (ValueError, RecursionError, _Unreadable)
_BLANK = re.compile(r"\s*")


def _is_json(line: str) -> bool:
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True


def _skip(text: str, at: int) -> int:
    match = _BLANK.match(text, at)
    return match.end() if match else at


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


def _sentence(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "It is nested too deeply to be a situation."
    return str(error) if isinstance(error, _Unreadable) else f"It cannot be read: {error}."
