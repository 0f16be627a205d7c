"""From a file to the pixels that are looked at, upright and within limits."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Final

from gatepost.detectors.pictures.refused import Unreadable

if TYPE_CHECKING:
    from PIL import Image

LARGEST_FILE: Final = 50 * 1024 * 1024
MOST_PIXELS: Final = 60_000_000
LONGEST: Final = 2048
"""Pixels of the long side that are looked at. What is smaller than this lets see is not looked for."""
DAMAGED: Final = "This picture is damaged, or only part of it arrived. Save it again on your device, and use that."


@dataclass(frozen=True, slots=True)
class Opened:
    """An upright RGB picture to look at, and the size that it has in the file, upright too."""

    image: Image.Image
    width: int
    height: int


def opened(data: bytes) -> Opened:
    """Return what is looked at of a file. Raises Unreadable, with the sentence that the user reads."""
    from PIL import Image, ImageOps

    try:
        image = Image.open(BytesIO(data), formats=("JPEG", "PNG", "WEBP"))
        width, height = image.size
        image.draft("RGB", (LONGEST, LONGEST))
        upright = ImageOps.exif_transpose(image).convert("RGB")
    except Exception as damage:
        raise Unreadable(DAMAGED) from damage
    if (width > height) != (upright.width > upright.height):
        width, height = height, width
    upright.thumbnail((LONGEST, LONGEST))
    return Opened(upright, width, height)
