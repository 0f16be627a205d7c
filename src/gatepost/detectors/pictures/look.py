"""One look into one picture."""

from __future__ import annotations

from dataclasses import replace
from importlib.util import find_spec

from gatepost.detectors.pictures.models import Finder, check_installed, installed
from gatepost.detectors.pictures.seen import Box, Seen


def can_look(*, find: Finder = find_spec) -> bool:
    """Return whether what looks into pictures is installed here."""
    return installed(find=find)


def look(data: bytes, *, words: bool = True, find: Finder = find_spec) -> Seen:
    """Return what is seen in a file: faces, words (unless they are not asked for), and its hash.

    Takes about a second on two cores; a third of that without words. Raises CannotLook where the packages are missing,
    Unreadable where the file is no picture; each says so in a sentence.
    """
    check_installed(find=find)
    from gatepost.detectors.pictures.faces import faces_in
    from gatepost.detectors.pictures.hashes import dhash
    from gatepost.detectors.pictures.opened import opened
    from gatepost.detectors.pictures.words import words_in

    picture = opened(data)
    scale = max(picture.width, picture.height) / max(picture.image.size)
    faces = tuple(replace(face, box=_scaled(face.box, scale)) for face in faces_in(picture.image))
    read = tuple(replace(line, box=_scaled(line.box, scale)) for line in words_in(picture.image)) if words else ()
    return Seen(picture.width, picture.height, faces, read, dhash(picture.image))


def _scaled(box: Box, by: float) -> Box:
    return Box(round(box.x * by), round(box.y * by), round(box.width * by), round(box.height * by))
