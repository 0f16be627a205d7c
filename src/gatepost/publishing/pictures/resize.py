"""Pictures at the size of a network for the copy pack, and of a page for the screen."""

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PIL import Image, ImageFile

_MB: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Size:
    """The longest side (pixels) that a network shows, the most bytes that it takes, and where it says so."""

    longest: int
    bytes: int
    source: str


SIZES: Final[dict[str, Size]] = {
    "bluesky": Size(2000, 1 * _MB, "lexicon app.bsky.embed.images (maxSize 1000000); its own app scales to 2000"),
    "facebook": Size(2048, 8 * _MB, "Facebook Help Centre, photos in the highest quality: 720, 960 or 2048 wide"),
    "instagram": Size(1440, 8 * _MB, "Instagram Platform, Image Specifications: width 320 to 1440, 8 MB"),
    "linkedin": Size(4096, 5 * _MB, "LinkedIn Images API: fewer than 36,152,320 pixels; 5 MB"),
    "mastodon": Size(
        4096, 16 * _MB, "Mastodon, /api/v2/instance: image_matrix_limit 33177600, image_size_limit 16777216"
    ),
    "threads": Size(1440, 8 * _MB, "Threads API, Image Specifications: width 320 to 1440, 8 MB"),
    "x": Size(4096, 5 * _MB, "X API, Media: 5 MB; at most 8192×8192"),
}
"""Platform → size. Networks change them without saying: look again when one refuses a picture."""
ELSEWHERE: Final = Size(2048, 5 * _MB, "ours: good on any screen, and light enough for a phone")
"""Where a network says nothing, and for websites."""

QUALITIES: Final = (90, 82, 74, 66)
"""JPEG qualities, from the best on, tried until a picture is light enough. Below the last it is made smaller."""


def for_platform(data: bytes, *, platform: str) -> bytes:
    """Return a kept picture as a network takes it: the same bytes where they fit already."""
    size = SIZES.get(platform, ELSEWHERE)
    return fitted(data, longest=size.longest, most=size.bytes)


def fitted(data: bytes, *, longest: int, most: int) -> bytes:
    """Return a kept picture with a long side of at most `longest` pixels and, if it can be, at most `most` bytes."""
    from gatepost.detectors.pictures.pixels import smaller

    if max(_opened(data).size) <= longest and len(data) <= most:
        return data
    while True:
        pixels = smaller(_opened(data), longest=longest)
        written = _light(pixels, most=most)
        if len(written) <= most or longest < 64:
            return written
        longest = max(pixels.size) * 4 // 5


def _light(pixels: "Image.Image", *, most: int) -> bytes:
    """Return pixels as a file of the best quality that is light enough, else of the last one tried."""
    from gatepost.publishing.pictures.encode import encoded

    written = b""
    for quality in QUALITIES:
        written = encoded(pixels, quality=quality)
        if len(written) <= most or pixels.mode == "RGBA":
            break
    return written


def _opened(data: bytes) -> "ImageFile.ImageFile":
    from PIL import Image

    return Image.open(BytesIO(data), formats=("JPEG", "PNG"))
