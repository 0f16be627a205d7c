"""Legible words in a picture, read by PP-OCR: its weights as the package rapidocr carries them, and none of its code.

Lines are looked for in a smaller picture and read from the larger one, each cut out upright and at one height.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import cos, sin
from typing import TYPE_CHECKING, Final

from gatepost.detectors.pictures.models import alphabet, line_finder, line_reader
from gatepost.detectors.pictures.patches import Patch, patches
from gatepost.detectors.pictures.seen import Box, Words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PIL import Image

LEAST: Final = 0.5
"""How sure the reader must be of a line, 0 to 1."""
CERTAIN: Final = 0.9
"""From here on nobody asks whether a line would read better on its head."""
SEARCHED: Final = 1280
"""Pixels of the long side at which lines are looked for."""
GRAIN: Final = 32
"""The network takes sides that are multiples of this."""
HEIGHT: Final = 48
"""Pixels of a line as it is read."""
NARROWEST: Final = 320
LONGEST: Final = 3200
"""Pixels of a line that are read."""
TOGETHER: Final = 6
"""Lines read at once, those of one length together."""
UPENDED: Final = 1.5
"""From this many times as high as wide, a line runs up or down."""


@dataclass(frozen=True, slots=True)
class Read:
    """What a line says, and how sure the reader is of its letters on the average."""

    text: str
    confidence: float


def words_in(image: Image.Image) -> tuple[Words, ...]:
    """Return the lines that can be read in an RGB picture, from the top. Lines may lie at any angle."""
    found = _lines(image)
    cut = [_cut(image, patch) for patch in found]
    read = _read(cut)
    doubtful = [i for i, one in enumerate(read) if one.confidence < CERTAIN]
    for i, other in zip(doubtful, _read([cut[i].rotate(180) for i in doubtful]), strict=True):
        read[i] = max(read[i], other, key=lambda one: one.confidence)
    words = (
        Words(_box(patch, image.size), one.text, round(one.confidence, 3))
        for patch, one in zip(found, read, strict=True)
    )
    legible = (one for one in words if one.text.strip() and one.confidence >= LEAST)
    return tuple(sorted(legible, key=lambda one: (one.box.y, one.box.x)))


def _lines(image: Image.Image) -> list[Patch]:
    import numpy as np

    scale = min(1.0, SEARCHED / max(image.size))
    width, height = (max(GRAIN, round(side * scale / GRAIN) * GRAIN) for side in image.size)
    small = image.resize((width, height), reducing_gap=2.0)
    (heat,) = line_finder().run(None, {line_finder().get_inputs()[0].name: _as_input(small)[np.newaxis]})
    return [patch.scaled(image.width / width, image.height / height) for patch in patches(heat[0, 0])]


def _as_input(image: Image.Image) -> NDArray[np.float32]:
    """Return pixels as both networks take them: blue first, colours before rows, from -1 to 1."""
    import numpy as np

    colours = np.asarray(image, np.float32)[:, :, ::-1].transpose(2, 0, 1)
    return ((colours / 255 - 0.5) / 0.5).astype(np.float32, copy=False)


def _cut(image: Image.Image, patch: Patch) -> Image.Image:
    """Return the part of a picture that a patch holds, lying flat."""
    from PIL.Image import Resampling, Transform, Transpose

    width, height = max(1, round(patch.width)), max(1, round(patch.height))
    c, s = cos(patch.angle), sin(patch.angle)
    left, top = patch.x - c * width / 2 + s * height / 2, patch.y - s * width / 2 - c * height / 2
    flat = image.transform((width, height), Transform.AFFINE, (c, -s, left, s, c, top), Resampling.BICUBIC)
    return flat.transpose(Transpose.ROTATE_90) if height >= UPENDED * width else flat


def _read(cut: Sequence[Image.Image]) -> list[Read]:
    """Return what each of the lines that were cut out says."""
    read = [Read("", 0.0)] * len(cut)
    order = sorted(range(len(cut)), key=lambda i: cut[i].width / cut[i].height)
    for start in range(0, len(order), TOGETHER):
        some = order[start : start + TOGETHER]
        for i, one in zip(some, _read_together([cut[i] for i in some]), strict=True):
            read[i] = one
    return read


def _read_together(cut: Sequence[Image.Image]) -> Iterator[Read]:
    import numpy as np

    widths = [min(LONGEST, max(1, round(HEIGHT * one.width / one.height))) for one in cut]
    batch = np.zeros((len(cut), 3, HEIGHT, max(NARROWEST, *widths)), np.float32)
    for i, (one, width) in enumerate(zip(cut, widths, strict=True)):
        batch[i, :, :, :width] = _as_input(one.resize((width, HEIGHT), reducing_gap=2.0))
    (sure,) = line_reader().run(None, {line_reader().get_inputs()[0].name: batch})
    yield from (_spelt(letters, sureness) for letters, sureness in zip(sure.argmax(2), sure.max(2), strict=True))


def _spelt(letters: Iterable[int], sureness: Iterable[float]) -> Read:
    """Return the letters of a line from those of its columns: what repeats is one, and nought stands between two."""
    text, sure, last = [], [], 0
    for letter, how in zip(letters, sureness, strict=True):
        if letter not in {0, last}:
            text.append(alphabet()[letter])
            sure.append(float(how))
        last = letter
    return Read("".join(text), sum(sure) / len(sure) if sure else 0.0)


def _box(patch: Patch, size: tuple[int, int]) -> Box:
    xs, ys = zip(*patch.corners(), strict=True)
    left, right = (min(max(0, round(x)), size[0]) for x in (min(xs), max(xs)))
    top, bottom = (min(max(0, round(y)), size[1]) for y in (min(ys), max(ys)))
    return Box(left, top, right - left, bottom - top)
