"""Ways to cut something off a picture that keep the most of it."""

from dataclasses import dataclass
from typing import Final

from gatepost.publishing.pictures.boxes import Area
from gatepost.publishing.pictures.cover import ROUND, SMALLEST, grown

SIDES: Final[dict[str, str]] = {"left": "left", "right": "right", "top": "top", "bottom": "bottom"}
"""Which side of the picture goes."""


@dataclass(frozen=True, slots=True)
class Way:
    """Cut one side off: `area` is what stays, `share` how much of the picture that is, in percent."""

    side: str
    area: Area
    share: int


def ways_without(area: Area, size: tuple[int, int]) -> tuple[Way, ...]:
    """Return the ways to cut an area off a picture of a size, the one that keeps most first; none where none does."""
    width, height = size
    gone = grown(area, ROUND, size)
    kept = {
        "left": Area(gone.right, 0, width - gone.right, height),
        "right": Area(0, 0, gone.x, height),
        "top": Area(0, gone.bottom, width, height - gone.bottom),
        "bottom": Area(0, 0, width, gone.y),
    }
    found = [
        Way(side, part, round(100 * part.width * part.height / (width * height)))
        for side, part in kept.items()
        if part.width >= SMALLEST and part.height >= SMALLEST
    ]
    return tuple(sorted(found, key=lambda one: -one.share))


def by_hand(cut: dict[str, int], size: tuple[int, int]) -> Area:
    """Return what stays of a picture where so many percent of it are cut off on each side (see SIDES)."""
    left, top = size[0] * cut["left"] // 100, size[1] * cut["top"] // 100
    right, bottom = size[0] * cut["right"] // 100, size[1] * cut["bottom"] // 100
    return Area(left, top, size[0] - left - right, size[1] - top - bottom)
