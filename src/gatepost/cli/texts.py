"""A file to search: JSON Lines of an id with a text or a picture each, an array of them, one text or one picture."""

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePath
from typing import Any, Final, NamedTuple

from gatepost.cli.output import UsageProblem
from gatepost.cli.reading import folder_of, picture_in

_PICTURES: Final = (b"\xff\xd8\xff", b"\x89PNG\r\n", b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"RIFF")
_ENDINGS: Final = frozenset(".jpg .jpeg .png .gif .webp .bmp .tif .tiff .heic .heif .avif".split())


class Text(NamedTuple):
    """One text, one picture, or the sentence that says why there is neither. Lines count from 1."""

    line: int
    id: Any = None
    words: str = ""
    problem: str | None = None
    picture: bytes | None = None

    @property
    def name(self) -> dict[str, Any]:
        """What an error is filed under: the id where there is one, else the line."""
        return {"line": self.line} if self.id is None else {"id": self.id}


def read_texts(raw: bytes, *, name: str, decode: Callable[..., str]) -> list[Text]:
    """Return the texts and pictures in a file, in order. `decode` turns bytes into text or raises UsageProblem."""
    own = None if name == "-" else PurePath(name).name
    if PurePath(name).suffix.casefold() in _ENDINGS or raw.startswith(_PICTURES) or raw[4:8] == b"ftyp":
        return [Text(1, own, picture=raw)]
    try:
        text = decode(raw, name=name)
    except UsageProblem as problem:
        return [Text(1, own, problem=str(problem))]
    entries, folder = _array(text), folder_of(name)
    if entries is not None:
        return [_entry(entry, line=number, folder=folder) for number, entry in enumerate(entries, 1)]
    if PurePath(name).suffix.casefold() in (".jsonl", ".ndjson") or _is_entry(text.lstrip().partition("\n")[0]):
        return [*_lines(text, folder)]
    return [Text(1, own, text)]


def _array(text: str) -> list[Any] | None:
    """Return the entries of one JSON value where the whole text is one; None otherwise."""
    if text.lstrip()[:1] not in ("[", "{"):
        return None
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if isinstance(value, Mapping) and {"text", "image"} & value.keys():
        return [value]
    return value if isinstance(value, list) and any(isinstance(entry, Mapping) for entry in value) else None


def _is_entry(line: str) -> bool:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(value, Mapping) and bool({"text", "image", "id"} & value.keys())


def _lines(text: str, folder: Path) -> Iterator[Text]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            yield _entry(json.loads(line), line=number, folder=folder)
        except (ValueError, RecursionError) as error:
            yield Text(number, problem=f"The line is not JSON: {error}.")


def _entry(entry: Any, *, line: int, folder: Path) -> Text:
    if not isinstance(entry, Mapping):
        return Text(line, problem='A line is an object: {"id": …, "text": …} or {"id": …, "image": "path"}.')
    name = entry.get("id")
    if "image" in entry:
        return _picture(entry["image"], name, line=line, folder=folder)
    words = entry.get("text")
    if not isinstance(words, str):
        return Text(line, name, problem="`text` is missing or is not a text.")
    return Text(line, name, words)


def _picture(path: Any, name: Any, *, line: int, folder: Path) -> Text:
    """Return the picture that an entry names. A path is taken from the folder of the file that names it."""
    if not isinstance(path, str):
        return Text(line, name, problem="`image` is not the path of a picture.")
    try:
        return Text(line, name, picture=picture_in(folder, path))
    except (OSError, ValueError) as problem:
        told = getattr(problem, "strerror", None) or problem
        return Text(line, name, problem=f"The picture “{path}” cannot be read: {told}.")
