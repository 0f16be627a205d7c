"""How the lines of words in a picture lie to one another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from gatepost.detectors.pictures.seen import Box, Words

_NEAR: Final = 2.0
"""Heights of a line that may lie between it and the next one of the same name."""
_UNLIKE: Final = 2.2
"""Lines of one name may differ in size this many times."""


def neighbours(words: Sequence[Words]) -> Iterator[tuple[int, int]]:
    """Yield pairs of lines that may go on from one to the other, nearest first: side by side, or one under the other.

    Both orders of a pair are given where a picture that is on its side or its head would need the other one.
    """
    pairs = [
        (distance, i, j)
        for i, one in enumerate(words)
        for j, other in enumerate(words)
        if i != j and (distance := _apart(one.box, other.box)) is not None
    ]
    yield from ((i, j) for _, i, j in sorted(pairs))


def _apart(one: Box, other: Box) -> float | None:
    """Return how far apart two boxes are, in heights of a line; None where they are no neighbours."""
    line, second = min(one.width, one.height), min(other.width, other.height)
    if not line or not second or max(line, second) > _UNLIKE * min(line, second):
        return None
    across = max(one.x, other.x) - min(one.x + one.width, other.x + other.width)
    down = max(one.y, other.y) - min(one.y + one.height, other.y + other.height)
    if across > 0 and down > 0:
        return None
    gap = max(across, down, 0) / max(line, second)
    return gap if gap <= _NEAR else None


def united(boxes: Iterable[Box]) -> Box:
    """Return the smallest box that holds all of them."""
    boxes = [*boxes]
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    right, bottom = max(box.x + box.width for box in boxes), max(box.y + box.height for box in boxes)
    return Box(left, top, right - left, bottom - top)
