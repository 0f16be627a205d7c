"""The text of a file, in the encodings in which schools save lists."""

import codecs
import re
from typing import Final

from gatepost.tables.refused import Unreadable

ENCODINGS: Final = {"utf-8": "UTF-8", "utf-16": "UTF-16", "cp1252": "Windows (Western European)"}
"""What somebody may choose → what it is called."""
_CONTROL: Final = re.compile("[\x00-\x08\x0e-\x1f]")
_WIDE: Final = re.compile(b"(?:[\x09\x0a\x0d\x20-\x7e]\x00){8}|(?:\x00[\x09\x0a\x0d\x20-\x7e]){8}")


def decoded(data: bytes, *, encoding: str = "") -> str:
    """Return the text of a file: in the encoding that was chosen, else in the one that its bytes tell.

    Raises Unreadable where it is no text, or no text in that encoding.
    """
    told = encoding or _told(data)
    if told == "utf-16" and _told(data).startswith("utf-16"):
        told = _told(data)  # without a mark the name alone does not say which byte of two comes first
    damaged = not told.startswith("utf-16") and _CONTROL.search(data.decode("latin-1"))
    if damaged or _CONTROL.search(text := _in(data, told)):
        raise Unreadable(
            "The file holds characters that no list has, so it is damaged or not a list. Export it again, as CSV or "
            "Excel (.xlsx)."
        )
    return text.removeprefix("\ufeff")


def _told(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if found := _WIDE.search(data[:400]):
        return "utf-16-be" if found[0][0] == 0 else "utf-16-le"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _in(data: bytes, encoding: str) -> str:
    if encoding == "cp1252" and _mixed(data):
        raise Unreadable(
            "The file mixes two encodings, so letters with accents would come out wrong. Open it in the spreadsheet "
            "and save it as “CSV UTF-8” or as Excel (.xlsx)."
        )
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        called = ENCODINGS.get(encoding, encoding)
        raise Unreadable(
            f"The file is not text in {called}. Save it as “CSV UTF-8” or as Excel (.xlsx), or choose another encoding."
        ) from None


def _mixed(data: bytes) -> bool:
    """Return whether text in UTF-8 was joined with text in another encoding: letters of two bytes and bytes alone."""
    return bool(re.search(b"[\xc3-\xc5][\x80-\xbf]", data)) and not _is_utf8(data)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
