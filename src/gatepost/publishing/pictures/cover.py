"""Cover parts of a kept picture for good, or cut them off: what comes out holds nothing of what was there."""

from collections.abc import Iterable
from io import BytesIO
from typing import Final

from PIL import Image, ImageFilter

from gatepost.publishing.pictures.boxes import Area
from gatepost.publishing.pictures.encode import encoded

QUALITY: Final = 90
ROUND: Final = 0.22
"""Share of a box that is covered beyond each of its sides: hair and ears tell people apart as well."""
_ROUND_WORDS: Final = 0.12
_CELLS: Final = 3
"""Squares across a face. Fewer than a dozen flat squares hold nothing to draw a face again from."""
SMALLEST: Final = 64
"""Pixels of each side that a cropped picture keeps at least."""


def covered(data: bytes, *, faces: Iterable[Area] = (), words: Iterable[Area] = ()) -> bytes:
    """Return a kept picture with faces and words under flat squares that run into each other.

    Each square is the mean of what was under it, so that nothing undoes it. The squares of words are as tall as they.
    """
    image = _opened(data)
    for area in faces:
        _cover(image, grown(area, ROUND, image.size), cells=_CELLS)
    for area in words:
        _cover(image, grown(area, _ROUND_WORDS, image.size), cells=1)
    return encoded(image, quality=QUALITY)


def cropped(data: bytes, *, area: Area) -> bytes:
    """Return the part of a kept picture inside an area."""
    image = _opened(data)
    return encoded(image.crop((area.x, area.y, area.right, area.bottom)), quality=QUALITY)


def grown(area: Area, share: float, size: tuple[int, int]) -> Area:
    """Return an area that reaches beyond each side by a share of it, as far as the picture goes."""
    wide, tall = round(area.width * share), round(area.height * share)
    left, top = max(area.x - wide, 0), max(area.y - tall, 0)
    right, bottom = min(area.right + wide, size[0]), min(area.bottom + tall, size[1])
    return Area(left, top, max(right - left, 0), max(bottom - top, 0))


def _cover(image: Image.Image, area: Area, *, cells: int) -> None:
    if not area.width or not area.height:
        return
    cell = max(min(area.width, area.height) // cells, 1)
    across, down = max(round(area.width / cell), 1), max(round(area.height / cell), 1)
    box = (area.x, area.y, area.right, area.bottom)
    flat = image.crop(box).resize((across, down), Image.Resampling.BOX)
    squares = flat.resize((area.width, area.height), Image.Resampling.NEAREST)
    image.paste(squares.filter(ImageFilter.GaussianBlur(cell / 2)), box)


def _opened(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data), formats=("JPEG", "PNG"))
    return image.convert("RGBA" if image.mode == "RGBA" else "RGB")
