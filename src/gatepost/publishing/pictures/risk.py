"""How a picture seems to show its people, worked out from its boxes: a proposal, which a person takes or leaves."""

from collections.abc import Mapping
from typing import Any, Final

from gatepost.publishing.pictures.boxes import Spot, faces_left, spots

NEAR: Final = 0.0035
"""Share of the picture from which on a face that looks at the camera can be recognised: 60 × 60 pixels of a photo of
1200 × 900. Ours, on the safe side: a class of thirty in one photo is above it."""
TINY: Final = 0.0004
"""Share below which a face is a few pixels on any screen."""


def proposed(seen: Mapping[str, Any], marks: Mapping[str, Any], *, size: tuple[int, int]) -> str:
    """Return the value of `face_shown` that the boxes speak for, or nothing where they speak for none.

    A picture without faces may show backs or hands, which nothing here looks for, and so is nobody's guess.
    """
    every = spots(seen, marks)
    left = faces_left(every)
    if any(recognisable(one, size) for one in left):
        return "recognisable"
    if left:
        return "back_or_distance"
    return "blurred" if any(one.is_face and one.blurred for one in every) else ""


def recognisable(face: Spot, size: tuple[int, int]) -> bool:
    """Tell whether a face is large enough to be recognised: smaller ones only while they look at the camera."""
    share = face.area.width * face.area.height / max(size[0] * size[1], 1)
    return share >= NEAR or (face.frontal and share >= TINY)
