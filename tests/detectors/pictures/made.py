"""Pictures made for the tests: portraits that anybody may use, and lettering on plain paper."""

from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw, ImageFont

PHOTOS: Final = Path(__file__).parent / "photos"
PORTRAIT: Final = PHOTOS / "astronaut.jpg"


def lettering(*lines: str, size: int = 60, angle: float = 0) -> bytes:
    """A picture with these lines, black on white, turned by so many degrees."""
    image = Image.new("RGB", (900, 200 + len(lines) * size * 2), "white")
    pen, font = ImageDraw.Draw(image), ImageFont.load_default(size)
    for number, line in enumerate(lines):
        pen.text((120, 100 + number * size * 2), line, fill="black", font=font)
    return png(image.rotate(angle, expand=True, fillcolor="white"))


def png(image: Image.Image) -> bytes:
    """The file of a picture."""
    out = BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def portrait(name: str = "astronaut") -> Image.Image:
    """One of the two portraits."""
    return Image.open(PHOTOS / f"{name}.jpg").convert("RGB")
