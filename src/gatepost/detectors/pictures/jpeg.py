"""Where a JPEG ends, and how many times it is drawn over: read from its markers, without decoding it."""

import re
from dataclasses import dataclass
from typing import Final

_START_OF_SCAN: Final = 0xDA
_END: Final = 0xD9
_ALONE: Final = frozenset({0x01, *range(0xD0, 0xD9)})
"""Markers that nothing follows."""
# Among the pixels, FF stands before 00, a restart (D0 to D7) or another FF: anything else is the next marker.
_NEXT: Final = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")


@dataclass(frozen=True, slots=True)
class Outline:
    """A JPEG's `scans`, and `end`: how many bytes belong to it. The rest was put behind it."""

    scans: int
    end: int


def outline(data: bytes, *, most: int) -> Outline:
    """Return the outline of a JPEG, counting scans up to `most` and one. Damage ends it where it stands."""
    at, scans = 2, 0
    while at + 4 <= len(data) and data[at] == 0xFF and scans <= most:
        marker = data[at + 1]
        if marker == _END:
            return Outline(scans, at + 2)
        if marker == 0xFF or marker in _ALONE:
            at += 1 if marker == 0xFF else 2
            continue
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if marker == _START_OF_SCAN:
            scans += 1
            following = _NEXT.search(data, at)
            at = following.start() if following else len(data)
    ended = data[at : at + 2] == b"\xff\xd9"
    return Outline(scans, at + 2 if ended else len(data))
