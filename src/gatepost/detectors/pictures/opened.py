"""From a file that anybody may have sent to a picture that can be decoded without harm.

Everything is settled from the first bytes and the header before anything is decoded: what the file is, how large, and
whether it moves. Only four decoders are ever tried, each on what looks like its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from threading import Semaphore
from typing import TYPE_CHECKING, Final

from gatepost.detectors.pictures.jpeg import outline
from gatepost.detectors.pictures.kinds import MOVING, kind_of
from gatepost.detectors.pictures.refused import CannotLook, Unreadable

if TYPE_CHECKING:
    from PIL import ImageFile

LONGEST_SIDE: Final = 30_000
"""Pixels. No camera makes a longer one, and no page could show it."""
MOST_SCANS: Final = 40
"""A JPEG that builds up as it loads is drawn over about ten times. One of thousands takes hours to decode."""
DAMAGED: Final = "This picture is damaged, or only part of it arrived. Save it again on your device, and add that."
_TWO_AT_A_TIME: Final = Semaphore(2)
"""The largest picture takes half a gigabyte while it is decoded. A third one waits, a second or so."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The most `bytes` of a file and `pixels` of its picture that are taken."""

    bytes: int
    pixels: int


@contextmanager
def opened(data: bytes, *, limits: Limits) -> Iterator[ImageFile.ImageFile]:
    """Give a file with its header read, to be decoded while the context lasts.

    Raises Unreadable, with the sentence that the user reads, and nothing else: for what is no picture or is beyond the
    limits, and for whatever goes wrong while it is decoded.
    """
    if len(data) > limits.bytes:
        raise Unreadable(f"This file is larger than {limits.bytes // 1_048_576} MB. Save a smaller copy, and add that.")
    kind = kind_of(data)
    if kind == "jpeg" and outline(data, most=MOST_SCANS).scans > MOST_SCANS:
        raise Unreadable(DAMAGED)
    # Decoders meet damage with every kind of exception there is, and none of them may reach the page.
    try:
        with _TWO_AT_A_TIME:
            yield _within(data, kind, limits)
    except (CannotLook, Unreadable):
        raise
    except Exception as damage:
        raise Unreadable(DAMAGED) from damage


def _within(data: bytes, kind: str, limits: Limits) -> ImageFile.ImageFile:
    """Return a file with its header read and its size found to be within limits."""
    from PIL.Image import DecompressionBombError

    try:
        image = _decoder(kind)(BytesIO(data))
    except DecompressionBombError as bomb:
        raise Unreadable(_too_large("more pixels", limits)) from bomb
    width, height = image.size
    if width * height > limits.pixels or max(width, height) > LONGEST_SIDE:
        raise Unreadable(_too_large(f"{width:,} × {height:,} pixels, which is more", limits))
    if kind != "heic" and getattr(image, "is_animated", False):
        raise Unreadable(MOVING)
    return image


def _too_large(pixels: str, limits: Limits) -> str:
    return (
        f"This picture has {pixels} than Gatepost takes. "
        f"Save a smaller copy, of at most {limits.pixels // 1_000_000} million pixels, and add that."
    )


def _decoder(kind: str) -> type[ImageFile.ImageFile]:
    # Named here and not looked up: a decoder that something else registers is never tried. A JPEG with a second picture
    # behind it (as phones write for bright screens) is read as a JPEG.
    from PIL.JpegImagePlugin import JpegImageFile
    from PIL.PngImagePlugin import PngImageFile
    from PIL.WebPImagePlugin import WebPImageFile
    from pillow_heif.as_plugin import HeifImageFile

    known = {"jpeg": JpegImageFile, "png": PngImageFile, "webp": WebPImageFile, "heic": HeifImageFile}
    return known[kind]
