"""Files as people have them: byte-order marks, other line ends, standard input."""

import codecs
import sys
from errno import EINVAL, ENOENT
from pathlib import Path
from typing import Final

from gatepost.cli.output import UsageProblem

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_bytes(name: str) -> bytes:
    """Return the bytes of a file, or of standard input for `-`. Raises UsageProblem where it cannot be read."""
    if name == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(name).read_bytes()
    except FileNotFoundError:
        raise UsageProblem(f"There is no file “{name}”. Check its name, or give - for standard input.") from None
    except IsADirectoryError:
        raise UsageProblem(f"“{name}” is a folder. Name a file in it.") from None
    except (OSError, ValueError) as error:
        raise UsageProblem(f"“{name}” cannot be read: {error}.") from None


def picture_in(folder: Path, name: str) -> bytes:
    """Return the bytes of a picture by its path from a folder. Raises OSError where it cannot be read."""
    path = folder / name
    if not path.exists():
        raise FileNotFoundError(ENOENT, "there is no such file", name)
    if not path.is_file():
        raise OSError(EINVAL, "it is no file", name)  # a pipe or a device may never end
    return path.read_bytes()


def folder_of(name: str) -> Path:
    """Return the folder from which a file's own paths are taken: where one works, for standard input."""
    return Path() if name == "-" else Path(name).parent


def decode(raw: bytes, *, name: str) -> str:
    """Return the text of a file, its line ends as they are. Raises UsageProblem where it is no text."""
    encoding = next((encoding for mark, encoding in _MARKS if raw.startswith(mark)), "utf-8")
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        other = "a Word or spreadsheet file; save it as PDF or plain text" if raw[:2] == b"PK" else ""
        told = other or f"not UTF-8 text (line {line}); save it as UTF-8"
        raise UsageProblem(f"“{shown(name)}” is {told}.") from None


def read_text(name: str) -> str:
    """Return the text of a file, or of standard input for `-`, with plain line ends."""
    return decode(read_bytes(name), name=name).replace("\r\n", "\n").replace("\r", "\n")


def shown(name: str) -> str:
    """Return what to call a file in a sentence."""
    return "standard input" if name == "-" else name
