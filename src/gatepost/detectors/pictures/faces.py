"""Faces in an upright picture: at two sizes, so that near and far ones are found, and at all four turns if need be."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING, Final

from gatepost.detectors.pictures.centerface import Spot, single, spots
from gatepost.detectors.pictures.seen import Box, Face

if TYPE_CHECKING:
    from PIL import Image
    from PIL.Image import Transpose

FINE: Final = 1600
"""Pixels of the long side at which faces far away are looked for."""
COARSE: Final = 560
"""Pixels of the long side at which faces near by are: the network misses what fills the picture."""
TURNED: Final = 1280
"""Pixels of the long side at which a picture that may lie on its side or its head is looked at first."""
LEAST: Final = 0.3
"""How sure the network must be, 0 to 1. At 0.45 one in two hundred of the smallest faces was missed."""


def faces_in(image: Image.Image) -> tuple[Face, ...]:
    """Return the faces in an RGB picture, from left to right and from the top.

    Where none is found, or most of those found have their eyes below or beside the mouth, the picture is looked at in
    its other three turns too, and the turn in which the most faces stand upright is taken.
    """
    found = _at_two_sizes(image)
    if 2 * sum(stands(spot) for spot in found) <= len(found):
        found = _turned(image) or found
    return tuple(sorted((_face(spot, image.size) for spot in found), key=lambda face: (face.box.x, face.box.y)))


def _turned(image: Image.Image) -> list[Spot]:
    """Return the faces of the best of the other three turns, as they lie in the picture; none where none stands."""
    from PIL.Image import Transpose

    best, most = None, 0.0
    for turn in (Transpose.ROTATE_90, Transpose.ROTATE_180, Transpose.ROTATE_270):
        standing = sum(spot.confidence for spot in _at(image.transpose(turn), TURNED) if stands(spot))
        best, most = (turn, standing) if standing > most else (best, most)
    if best is None:
        return []
    turned = image.transpose(best)
    return [_turned_back(spot, best, image.size) for spot in _at_two_sizes(turned)]


def _turned_back(spot: Spot, turn: Transpose, size: tuple[int, int]) -> Spot:
    """Return a face of a turned picture where it lies in the picture of this size before the turn."""
    (ax, ay), (bx, by), *marks = (
        _point_back(point, turn, size) for point in ((spot.left, spot.top), (spot.right, spot.bottom), *spot.landmarks)
    )
    return Spot(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by), spot.confidence, tuple(marks))


def _point_back(point: tuple[float, float], turn: Transpose, size: tuple[int, int]) -> tuple[float, float]:
    (x, y), (width, height) = point, size
    back = {turn.ROTATE_90: (width - y, x), turn.ROTATE_180: (width - x, height - y), turn.ROTATE_270: (y, height - x)}
    return back[turn]


def stands(spot: Spot) -> bool:
    """Return whether the mouth of a face lies below its eyes, and more below than beside them."""
    (ax, ay), (bx, by), _, (cx, cy), (dx, dy) = spot.landmarks
    return (cy + dy) - (ay + by) > abs((cx + dx) - (ax + bx))


def _at_two_sizes(image: Image.Image) -> list[Spot]:
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
