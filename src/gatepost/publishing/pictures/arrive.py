"""A file comes in; a picture that holds nothing but its pixels is kept.

Everything is settled from the first bytes and the header before anything is decoded: what the file is, how large, and
whether it moves. Only four decoders are ever tried, each on what looks like its own.
"""

import logging
from dataclasses import dataclass
from io import BytesIO
from threading import Semaphore
from typing import TYPE_CHECKING, Final

from gatepost.publishing.pictures.jpeg import outline
from gatepost.publishing.pictures.kinds import MOVING, kind_of
from gatepost.publishing.pictures.refused import Refused

if TYPE_CHECKING:
    from PIL import ImageFile

LONGEST_SIDE: Final = 30_000
"""Pixels. No camera makes a longer one, and no page could show it."""
MOST_SCANS: Final = 40
"""A JPEG that builds up as it loads is drawn over about ten times. One of thousands takes hours to decode."""
QUALITY: Final = 90
DAMAGED: Final = "This picture is damaged, or only part of it arrived. Save it again on your device, and add that."
_LOG: Final = logging.getLogger(__name__)
_TWO_AT_A_TIME: Final = Semaphore(2)
"""The largest picture takes half a gigabyte while it is decoded. A third one waits, a second or so."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The most `bytes` of a file and `pixels` of its picture that are taken."""

    bytes: int
    pixels: int


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
    if len(data) > limits.bytes:
        most = limits.bytes // 1_048_576
        raise Refused(f"This file is larger than {most} MB. Save a smaller copy, and add that.")
    kind = kind_of(data)
    if kind == "jpeg" and outline(data, most=MOST_SCANS).scans > MOST_SCANS:
        raise Refused(DAMAGED)
    # Decoders meet damage with every kind of exception there is, and none of them may reach the page.
    try:
        with _TWO_AT_A_TIME:
            return _written(_opened(data, kind, limits), data)
    except Refused:
        raise
    except Exception as damage:
        _LOG.warning("A picture (%s) could not be read: %s", kind, type(damage).__name__)
        raise Refused(DAMAGED) from damage


def _opened(data: bytes, kind: str, limits: Limits) -> "ImageFile.ImageFile":
    """Return a file with its header read and its size found to be within limits."""
    from PIL.Image import DecompressionBombError

    try:
        image = _decoder(kind)(BytesIO(data))
    except DecompressionBombError as bomb:
        raise Refused(_too_large("more pixels", limits)) from bomb
    width, height = image.size
    if width * height > limits.pixels or max(width, height) > LONGEST_SIDE:
        raise Refused(_too_large(f"{width:,} × {height:,} pixels, which is more", limits))
    if kind != "heic" and getattr(image, "is_animated", False):
        raise Refused(MOVING)
    return image


def _too_large(pixels: str, limits: Limits) -> str:
    return (
        f"This picture has {pixels} than Gatepost takes. "
        f"Save a smaller copy, of at most {limits.pixels // 1_000_000} million pixels, and add that."
    )


def _decoder(kind: str) -> "type[ImageFile.ImageFile]":
    # Named here and not looked up: a decoder that something else registers is never tried. A JPEG with a second picture
    # behind it (as phones write for bright screens) is read as a JPEG.
    from PIL.JpegImagePlugin import JpegImageFile
    from PIL.PngImagePlugin import PngImageFile
    from PIL.WebPImagePlugin import WebPImageFile
    from pillow_heif.as_plugin import HeifImageFile

    known = {"jpeg": JpegImageFile, "png": PngImageFile, "webp": WebPImageFile, "heic": HeifImageFile}
    return known[kind]


def _written(image: "ImageFile.ImageFile", data: bytes) -> Arrived:
    from gatepost.publishing.pictures.carried import carried
    from gatepost.publishing.pictures.encode import encoded
    from gatepost.publishing.pictures.pixels import pixels_of

    pixels = pixels_of(image)
    kind = "png" if pixels.mode == "RGBA" else "jpeg"
    written = encoded(pixels, quality=QUALITY)
    return Arrived(written, kind, pixels.width, pixels.height, carried(image, data))
