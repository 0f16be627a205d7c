"""Group photographs of our own making: free portraits set in rows before plain backgrounds, labelled by construction.

Two portraits in the public domain stand for everybody (tests/detectors/pictures/photos/README.md): mirrored, tilted,
lighter, darker, other colours, blurred, and at every size from 24 pixels on. What is measured on them is how small,
how dim and how many, and not how different people look.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw, ImageEnhance, ImageFilter, ImageOps

Corners = tuple[int, int, int, int]
PHOTOS: Final = Path(__file__).resolve().parents[1] / "tests" / "detectors" / "pictures" / "photos"
FACES: Final[dict[str, Corners]] = {"astronaut.jpg": (91, 60, 178, 176), "officer.jpg": (138, 132, 314, 336)}
"""File → left, top, right and bottom of its face, marked by eye."""
SMALLEST: Final = 24
"""Pixels of the shorter side of a face."""
SIZE: Final = (1600, 1200)


@dataclass(frozen=True, slots=True)
class Group:
    """A picture (JPEG) with the corners of every face that was set into it."""

    data: bytes
    faces: tuple[Corners, ...]


def groups(count: int, *, seed: int = 7) -> Iterator[Group]:
    """Yield so many pictures, the same ones for a seed."""
    for number in range(count):
        yield _group(random.Random(seed * 10_000 + number), number)


def _group(chance: random.Random, number: int) -> Group:
    ground = _background(chance)
    wide = _width_of(number, chance)
    faces = [_set_in(ground, chance, wide=wide, at=at) for at in _places(chance, wide)]
    ground = ImageEnhance.Brightness(ground).enhance(chance.uniform(0.55, 1.25))
    if number % 3 == 2:
        ground = ground.filter(ImageFilter.GaussianBlur(min(wide / 60, 1.5)))
    out = BytesIO()
    ground.save(out, "JPEG", quality=chance.choice((70, 80, 90)))
    return Group(out.getvalue(), tuple(faces))


def _width_of(number: int, chance: random.Random) -> int:
    """Face width in pixels: the smallest in every fourth picture, any up to a third of the picture's height in the
    rest."""
    return SMALLEST if number % 4 == 0 else round(SMALLEST * (400 / SMALLEST) ** chance.random())


def _places(chance: random.Random, wide: int) -> Iterator[tuple[int, int]]:
    """Yield the upper left corners of faces in rows, at most forty."""
    step_x, step_y = round(wide * 2.3), round(wide * 3.2)
    columns, rows = max(1, (SIZE[0] - 2 * wide) // step_x), max(1, (SIZE[1] - 2 * wide) // step_y)
    columns, rows = min(columns, chance.randint(1, 10)), min(rows, chance.randint(1, 4))
    for row in range(rows):
        for column in range(columns):
            yield (
                wide + column * step_x + chance.randint(0, wide // 4),
                wide + row * step_y + chance.randint(0, wide // 4),
            )


def _background(chance: random.Random) -> Image.Image:
    top, bottom = ([chance.randint(60, 225) for _ in range(3)] for _ in range(2))
    ground = Image.linear_gradient("L").resize(SIZE)
    ground = ImageOps.colorize(ground, black=tuple(top), white=tuple(bottom))
    pen = ImageDraw.Draw(ground)
    for _ in range(chance.randint(0, 14)):  # windows, tables, display boards
        x, y = chance.randint(-50, SIZE[0]), chance.randint(-50, SIZE[1])
        box = (x, y, x + chance.randint(30, 400), y + chance.randint(30, 300))
        pen.rectangle(box, fill=tuple(chance.randint(30, 240) for _ in range(3)))
    return ground


def _set_in(ground: Image.Image, chance: random.Random, *, wide: int, at: tuple[int, int]) -> Corners:
    """Set one head with shoulders into the picture; return the corners of its face."""
    file = chance.choice(sorted(FACES))
    portrait, face = Image.open(PHOTOS / file).convert("RGB"), FACES[file]
    if chance.random() < 0.5:
        portrait, face = (
            ImageOps.mirror(portrait),
            (portrait.width - face[2], face[1], portrait.width - face[0], face[3]),
        )
    width, height = face[2] - face[0], face[3] - face[1]
    head = (face[0] - width // 2, face[1] - height // 2, face[2] + width // 2, face[3] + height // 2)
    scale = wide / width
    cut = portrait.crop(head).resize((round(2 * width * scale), round(2 * height * scale)), Image.Resampling.LANCZOS)
    cut = _coloured(cut, chance).rotate(chance.uniform(-12, 12), Image.Resampling.BICUBIC, fillcolor=(128, 128, 128))
    mask = Image.new("L", cut.size)
    ImageDraw.Draw(mask).ellipse((1, 1, cut.width - 2, cut.height - 2), fill=255)
    left, top = at[0] - wide // 2, at[1] - round(height * scale) // 2
    ground.paste(cut, (left, top), mask.filter(ImageFilter.GaussianBlur(max(1, wide / 20))))
    return at[0], at[1], at[0] + wide, at[1] + round(height * scale)


def _coloured(cut: Image.Image, chance: random.Random) -> Image.Image:
    """Return it in another light: the channels apart, from bright to dark."""
    gains = [chance.uniform(0.8, 1.05) * tone for tone in [chance.choice((1.0, 0.85, 0.65, 0.5))] * 3]
    red, green, blue = (
        band.point(lambda v, g=gain: min(255, v * g)) for band, gain in zip(cut.split(), gains, strict=True)
    )
    return ImageEnhance.Contrast(Image.merge("RGB", (red, green, blue))).enhance(chance.uniform(0.8, 1.15))
