"""A file comes in; a picture that holds nothing but its pixels is kept."""

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from gatepost.detectors.pictures import Unreadable
from gatepost.detectors.pictures.opened import Limits, opened
from gatepost.publishing.pictures.refused import Refused

if TYPE_CHECKING:
    from PIL import ImageFile

QUALITY: Final = 90
_LOG: Final = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Arrived:
    """A picture as it is kept: `data` in `format` (`jpeg`, or `png` where some of it can be seen through).

    `removed` says in plain words what the file carried beside the picture.
    """

    data: bytes
    format: str
    width: int
    height: int
    removed: tuple[str, ...]


def arrive(data: bytes, *, limits: Limits) -> Arrived:
    """Return what is kept of a file. Raises Refused, with the sentence that the user reads, and nothing else."""
    try:
        with opened(data, limits=limits) as image:
            return _written(image, data)
    except Unreadable as problem:
        if problem.__cause__ is not None:
            _LOG.warning("A picture could not be read: %s", type(problem.__cause__).__name__)
        raise Refused(str(problem)) from problem


def _written(image: "ImageFile.ImageFile", data: bytes) -> Arrived:
    from gatepost.detectors.pictures.carried import carried
    from gatepost.detectors.pictures.pixels import pixels_of
    from gatepost.publishing.pictures.encode import encoded

    pixels = pixels_of(image)
    kind = "png" if pixels.mode == "RGBA" else "jpeg"
    written = encoded(pixels, quality=QUALITY)
    return Arrived(written, kind, pixels.width, pixels.height, carried(image, data))
