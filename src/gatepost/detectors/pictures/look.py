"""One look into one picture."""

from __future__ import annotations

from dataclasses import replace
from importlib.util import find_spec
from typing import Final

from gatepost.detectors.pictures.models import Finder, check_installed, installed
from gatepost.detectors.pictures.opened import Limits, opened
from gatepost.detectors.pictures.seen import Box, Seen

LIMITS: Final = Limits(bytes=50 * 1024 * 1024, pixels=60_000_000)
"""What any camera that a school has makes."""
LONGEST: Final = 2000
"""Pixels of the long side that are looked at: half of what a camera of 12 megapixels makes, at which a JPEG is decoded
in a fraction of the time."""


def can_look(*, find: Finder = find_spec) -> bool:
    """Return whether what looks into pictures is installed here."""
    return installed(find=find)


def look(data: bytes, *, words: bool = True, find: Finder = find_spec) -> Seen:
    """Return what is seen in a file: faces, words (unless they are not asked for), and its hash.

    Boxes are in pixels of the picture in the file, once it stands upright. Raises CannotLook where the packages are
    missing, Unreadable where the file is no picture; each says so in a sentence.
    """
    check_installed(find=find)
    from gatepost.detectors.pictures.faces import faces_in
    from gatepost.detectors.pictures.hashes import dhash
    from gatepost.detectors.pictures.pixels import looked_at
    from gatepost.detectors.pictures.words import words_in

    with opened(data, limits=LIMITS) as file:
        size = file.size
        image = looked_at(file, longest=LONGEST)
    if (size[0] > size[1]) != (image.width > image.height):
        size = size[1], size[0]
    scale = max(size) / max(image.size)
    faces = tuple(replace(face, box=_scaled(face.box, scale)) for face in faces_in(image))
    read = tuple(replace(line, box=_scaled(line.box, scale)) for line in words_in(image)) if words else ()
    return Seen(*size, faces, read, dhash(image))


def _scaled(box: Box, by: float) -> Box:
    return Box(round(box.x * by), round(box.y * by), round(box.width * by), round(box.height * by))
