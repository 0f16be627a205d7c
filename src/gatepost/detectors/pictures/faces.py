"""Faces in an upright picture: at two sizes, so that near and far ones are found, and at all four turns if need be."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING, Final

from gatepost.detectors.pictures.centerface import Spot, single, spots
from gatepost.detectors.pictures.seen import Box, Face

if TYPE_CHECKING:
    from PIL import Image

FINE: Final = 1600
"""Pixels of the long side at which faces far away are looked for."""
COARSE: Final = 560
"""Pixels of the long side at which faces near by are: the network misses what fills the picture."""
LEAST: Final = 0.35
"""How sure the network must be, 0 to 1."""


def faces_in(image: Image.Image) -> tuple[Face, ...]:
    """Return the faces in an RGB picture that stands upright, from left to right and from the top."""
    found = _upright(image)
    return tuple(sorted((_face(spot, image.size) for spot in found), key=lambda face: (face.box.x, face.box.y)))


def _upright(image: Image.Image) -> list[Spot]:
    sizes = [FINE, COARSE] if max(image.size) > COARSE else [max(image.size)]
    return single([spot for size in sizes for spot in _at(image, size)])


def _at(image: Image.Image, longest: int) -> list[Spot]:
    scale = min(1.0, longest / max(image.size))
    small = image if scale == 1.0 else image.resize(_size(image, scale), reducing_gap=2.0)
    return [spot.scaled(1 / scale) for spot in spots(small, least=LEAST)]


def _size(image: Image.Image, scale: float) -> tuple[int, int]:
    return max(1, round(image.width * scale)), max(1, round(image.height * scale))


def _face(spot: Spot, size: tuple[int, int]) -> Face:
    left, right = (min(max(0, round(x)), size[0]) for x in (spot.left, spot.right))
    top, bottom = (min(max(0, round(y)), size[1]) for y in (spot.top, spot.bottom))
    return Face(Box(left, top, right - left, bottom - top), round(spot.confidence, 3), is_frontal(spot.landmarks))


SIDEWAYS: Final = 0.35
"""How far the nose may lie from the middle of the eyes, as a share of their distance, in a face towards the camera."""


def is_frontal(landmarks: tuple[tuple[float, float], ...]) -> bool:
    """Return whether eyes, nose and mouth (x and y each, in any pixels) are those of a face towards the camera."""
    (ax, ay), (bx, by), (nx, ny) = landmarks[:3]
    apart = hypot(bx - ax, by - ay)
    if apart == 0:
        return False
    along = ((nx - ax) * (bx - ax) + (ny - ay) * (by - ay)) / apart**2
    return abs(along - 0.5) <= SIDEWAYS and _taller_than_wide(landmarks, apart)


def _taller_than_wide(landmarks: tuple[tuple[float, float], ...], apart: float) -> bool:
    """In a profile the two eyes fall together, while the way from eyes to mouth stays."""
    (ax, ay), (bx, by), _, (cx, cy), (dx, dy) = landmarks
    return apart >= 0.5 * hypot((cx + dx - ax - bx) / 2, (cy + dy - ay - by) / 2)
