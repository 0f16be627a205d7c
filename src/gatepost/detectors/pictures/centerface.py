"""CenterFace over one picture: from pixels to boxes and five landmarks each.

CenterFace: Joint Face Detection and Alignment Using Face as Point, Xu et al., 2019 (arXiv 1911.03599). For every
fourth pixel the network gives how surely a face has its middle there, its size, and where eyes, nose and mouth are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from gatepost.detectors.pictures.models import face_network
from gatepost.detectors.pictures.weights import INPUT, OUTPUTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray
    from PIL import Image

STEP: Final = 4
"""Pixels of the picture to one place of the heat map."""
GRAIN: Final = 32
"""The network takes sides that are multiples of this."""
OVERLAP: Final = 0.3
"""Intersection over union from which on two boxes are one face."""
WITHIN: Final = 0.8
"""Share of a box from which on it lies within another."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A face as the network gives it: corners, how sure, and eye, eye, nose, mouth, mouth as x and y. In pixels."""

    left: float
    top: float
    right: float
    bottom: float
    confidence: float
    landmarks: tuple[tuple[float, float], ...]

    def scaled(self, by: float) -> Spot:
        """Return it in a picture that many times as large."""
        marks = tuple((x * by, y * by) for x, y in self.landmarks)
        return Spot(self.left * by, self.top * by, self.right * by, self.bottom * by, self.confidence, marks)

    @property
    def area(self) -> float:
        """In pixels."""
        return max(0.0, self.right - self.left) * max(0.0, self.bottom - self.top)


def spots(image: Image.Image, *, least: float) -> list[Spot]:
    """Return the faces in an RGB picture of which the network is at least so sure (0 to 1), the surest first."""
    import numpy as np

    heat, scale, offset, marks = face_network().run(list(OUTPUTS), {INPUT: _input(np.asarray(image, np.float32))})
    rows, columns = np.nonzero(heat[0, 0] > least)
    found = [
        _spot(float(heat[0, 0, r, c]), int(r), int(c), scale[0, :, r, c], offset[0, :, r, c], marks[0, :, r, c])
        for r, c in zip(rows, columns, strict=True)
    ]
    return single(found)


def _input(pixels: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return pixels as the network takes them: one picture, colours first, sides of whole grains, black beyond."""
    import numpy as np

    height, width, _ = pixels.shape
    padded = np.zeros((1, 3, -height % GRAIN + height, -width % GRAIN + width), np.float32)
    padded[0, :, :height, :width] = pixels.transpose(2, 0, 1)
    return padded


def _spot(
    heat: float,
    row: int,
    column: int,
    scale: NDArray[np.float32],
    offset: NDArray[np.float32],
    marks: NDArray[np.float32],
) -> Spot:
    import numpy as np

    height, width = (float(side) * STEP for side in np.exp(scale))
    top = (row + float(offset[0]) + 0.5) * STEP - height / 2
    left = (column + float(offset[1]) + 0.5) * STEP - width / 2
    points = tuple((left + float(marks[i + 1]) * width, top + float(marks[i]) * height) for i in range(0, 10, 2))
    return Spot(left, top, left + width, top + height, heat, points)


def single(found: Sequence[Spot]) -> list[Spot]:
    """Return each face once: of boxes that overlap, or lie one within another, the surest.

    An eye in a face that fills the picture looks like a face of its own.
    """
    kept: list[Spot] = []
    for spot in sorted(found, key=lambda spot: -spot.confidence):
        if all(
            overlap(spot, other) < OVERLAP and shared(spot, other) < WITHIN * min(spot.area, other.area)
            for other in kept
        ):
            kept.append(spot)
    return kept


def overlap(one: Spot, other: Spot) -> float:
    """Return intersection over union, 0 to 1."""
    both = shared(one, other)
    return both / (one.area + other.area - both) if both else 0.0


def shared(one: Spot, other: Spot) -> float:
    """Return how many pixels two boxes have in common."""
    width = min(one.right, other.right) - max(one.left, other.left)
    height = min(one.bottom, other.bottom) - max(one.top, other.top)
    return max(0.0, width) * max(0.0, height)
