"""Photographs of certificates, badges, lanyards and shirts of our own making, each with the name of one pupil.

The pupils are those of the invented roll of the captions. Fonts are those that the machine has; where it has none of
ours, Pillow's own stands in. Every third one is held back: nobody tunes on it.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw, ImageEnhance, ImageFilter, ImageFont

from gatepost.detectors import Person

COUNT: Final = 90
SIZE: Final = (1600, 1200)
FONTS: Final = (
    "DejaVuSans.ttf", "DejaVuSerif.ttf", "DejaVuSans-Bold.ttf", "DejaVuSerif-BoldItalic.ttf", "DejaVuSansMono.ttf",
    "LiberationSans-Regular.ttf", "LiberationSerif-Italic.ttf", "LiberationSansNarrow-Bold.ttf",
    "LiberationSerif-Regular.ttf",
)  # fmt: skip
ANGLES: Final = (0, 0, 6, -8, 15, -15, 90, 180, 270)
"""Degrees. A phone is held as it comes, so some lie on their side or their head."""


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture (JPEG) on which the full name of `person` stands; how it was made, and whether it is held back."""

    data: bytes
    person: Person
    kind: str
    angle: int
    blur: float
    held_back: bool


def photos(people: Sequence[Person], *, count: int = COUNT, seed: int = 11) -> Iterator[Photo]:
    """Yield so many photographs, the same ones for a roll and a seed."""
    pupils = [person for person in people if person.kind == "pupil"]
    for number in range(count):
        chance = random.Random(seed * 10_000 + number)
        yield _photo(chance, chance.choice(pupils), held_back=number % 3 == 2)


def _photo(chance: random.Random, person: Person, *, held_back: bool) -> Photo:
    kind = chance.choice(("certificate", "certificate", "badge", "shirt"))
    card = {"certificate": _certificate, "badge": _badge, "shirt": _shirt}[kind](chance, person)
    angle, blur = chance.choice(ANGLES), chance.choice((0.0, 0.6, 1.2))
    ground = Image.linear_gradient("L").resize(SIZE).point(lambda value: 60 + value // 2).convert("RGB")
    turned = card.convert("RGBA").rotate(angle + chance.uniform(-2, 2), Image.Resampling.BICUBIC, expand=True)
    turned.thumbnail((SIZE[0] - 40, SIZE[1] - 40))
    room = SIZE[0] - turned.width, SIZE[1] - turned.height
    ground.paste(turned, (chance.randint(0, room[0]), chance.randint(0, room[1])), turned)
    return Photo(_as_taken(ground, chance, blur), person, kind, angle, blur, held_back)


def _as_taken(image: Image.Image, chance: random.Random, blur: float) -> bytes:
    """Return it as a phone would keep it: in some light, a little out of focus, with the grain of the sensor."""
    image = ImageEnhance.Brightness(image).enhance(chance.uniform(0.5, 1.2)).filter(ImageFilter.GaussianBlur(blur))
    grain = Image.effect_noise(SIZE, chance.uniform(4, 26)).convert("RGB")
    out = BytesIO()
    Image.blend(image, grain, 0.1).save(out, "JPEG", quality=chance.randint(60, 88))
    return out.getvalue()


def _name(person: Person) -> tuple[str, str]:
    return person.preferred_first or person.legal_first, person.preferred_last or person.legal_last


def _certificate(chance: random.Random, person: Person) -> Image.Image:
    first, last = _name(person)
    name = chance.choice((f"{first} {last}", f"{first} {last}", f"{first} {last}".upper()))
    for_what = chance.choice(("swimming 25 metres", "kindness in the playground", "outstanding effort in maths"))
    head = chance.choice(("Certificate of Merit", "CERTIFICATE", "Star of the Week"))
    lines = [(head, 58), (chance.choice(("awarded to", "This is to certify that", "Presented to")), 34), (name, 64)]
    return _lettered((950, 660), [*lines, (f"for {for_what}", 36), ("20 November 2026", 26)], chance)


def _badge(chance: random.Random, person: Person) -> Image.Image:
    first, last = _name(person)
    lines = chance.choice(([(f"{first} {last}", 40)], [(first.upper(), 46), (last.upper(), 46)]))
    return _lettered((520, 260), [*lines, (chance.choice(("Year 5", "SCHOOL COUNCIL", "Prefect")), 26)], chance)


def _shirt(chance: random.Random, person: Person) -> Image.Image:
    first, last = _name(person)
    ink, cloth = chance.choice((("white", "navy"), ("gold", "darkgreen"), ("black", "orange")))
    return _lettered(
        (620, 520), [(f"{first} {last}".upper(), 40), (str(chance.randint(2, 19)), 220)], chance, ink, cloth
    )


def _lettered(
    size: tuple[int, int], lines: list[tuple[str, int]], chance: random.Random, ink: str = "", paper: str = ""
) -> Image.Image:
    card = Image.new("RGB", size, paper or chance.choice(("white", "ivory", "aliceblue", "lemonchiffon")))
    pen, font = ImageDraw.Draw(card), chance.choice(FONTS)
    pen.rectangle((12, 12, size[0] - 13, size[1] - 13), outline=ink or "maroon", width=5)
    gap = (size[1] - sum(height for _, height in lines)) / (len(lines) + 1)
    top = gap
    for text, height in lines:
        lettering = _fitting(font, height, text, size[0] - 60)
        left = (size[0] - lettering.getlength(text)) / 2
        pen.text((left, top), text, fill=ink or "black", font=lettering)
        top += height + gap
    return card


def _fitting(font: str, height: int, text: str, width: int) -> "ImageFont.FreeTypeFont | ImageFont.ImageFont":
    """Return the font at this height, or at the largest below it at which the text is no wider."""
    heights = range(height, 6, -2)
    return next(fit for size in heights if (fit := _font(font, size)).getlength(text) <= width or size == heights[-1])


@cache
def _font(name: str, size: int) -> "ImageFont.FreeTypeFont | ImageFont.ImageFont":
    found = next(Path("/usr/share/fonts").rglob(name), None)
    return ImageFont.truetype(found, size) if found else ImageFont.load_default(size)
