"""How a picture of a draft seems to show its people, by its boxes: a proposal, which a person takes or leaves."""

from collections.abc import Mapping
from typing import Any

from gatepost.publishing.pictures.boxes import Spot, faces_left, spots


def proposed(seen: Mapping[str, Any], marks: Mapping[str, Any], *, size: tuple[int, int]) -> str:
    """Return the value of `face_shown` that the boxes of a picture of this size speak for, or nothing.

    Once every face is blurred, that is it.
    """
    from gatepost.detectors.pictures.risk import proposed as by_faces

    every = spots(seen, marks)
    left = [_face(one) for one in faces_left(every)]
    blurred = any(one.is_face and one.blurred for one in every)
    return by_faces(left, width=size[0], height=size[1]) or ("blurred" if blurred else "")


def recognisable(face: Spot, size: tuple[int, int]) -> bool:
    """Tell whether a face in a picture of this size is large enough to be recognised."""
    from gatepost.detectors.pictures.risk import recognisable as is_so

    return is_so(_face(face), width=size[0], height=size[1])


def _face(spot: Spot) -> Any:
    from gatepost.detectors.pictures import Box, Face

    area = spot.area
    return Face(Box(area.x, area.y, area.width, area.height), spot.sure / 100, spot.frontal)
