"""How a picture seems to show its people, by its boxes: a proposal, which a person takes or leaves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from gatepost.detectors.pictures.seen import Face

NEAR: Final = 0.0035
"""Share of the picture from which on a face can be recognised: 60 × 60 pixels of a photo of 1200 × 900. Ours, on the
safe side: a class of thirty in one photo is above it."""
TINY: Final = 0.0004
"""Share below which a face is a few pixels on any screen, even one towards the camera."""


def recognisable(face: Face, *, width: int, height: int) -> bool:
    """Return whether a face in a picture of this size (pixels) is large enough to be recognised.

    A smaller one is while it is turned towards the camera.
    """
    share = face.box.area / max(width * height, 1)
    return share >= NEAR or (face.frontal and share >= TINY)


def proposed(faces: Sequence[Face], *, width: int, height: int) -> str:
    """Return the value of `face_shown` that the faces of a picture of this size speak for; nothing where there is none.

    A picture without faces may show backs, hands or nobody, which nothing here tells apart.
    """
    if any(recognisable(face, width=width, height=height) for face in faces):
        return "recognisable"
    return "back_or_distance" if faces else ""
