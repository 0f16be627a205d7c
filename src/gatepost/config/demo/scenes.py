"""Pictures for the invented posts, drawn by code: no photograph, and nobody's face."""

from collections.abc import Callable
from functools import cache
from io import BytesIO
from typing import Final

from PIL import Image, ImageDraw

WIDTH: Final = 1200
HEIGHT: Final = 900
_FINER: Final = 2  # drawn at twice the size and made smaller, so that edges are smooth
_SKY, _HILL, _GRASS, _SOIL = "#cfe6ee", "#8fb996", "#6a9c5b", "#7a5438"
_BRICK, _ROOF, _DOOR, _CREAM, _INK = "#b5654a", "#4f4a57", "#1d5c4d", "#faf3e3", "#2c3338"
_FLAGS = ("#d1495b", "#edae49", "#00798c", "#66a182", "#5b3a78")

Pen = ImageDraw.ImageDraw


@cache
def drawn(name: str) -> bytes:
    """Return a scene as a JPEG. `name` is one of SCENES."""
    large = Image.new("RGB", (WIDTH * _FINER, HEIGHT * _FINER), _SKY)
    SCENES[name](ImageDraw.Draw(large))
    out = BytesIO()
    large.reduce(_FINER).save(out, "JPEG", quality=88)
    return out.getvalue()


def _box(pen: Pen, left: float, top: float, right: float, bottom: float, colour: str) -> None:
    pen.rectangle([_at(left, top), _at(right, bottom)], fill=colour)


def _shape(pen: Pen, points: list[tuple[float, float]], colour: str) -> None:
    pen.polygon([_at(*point) for point in points], fill=colour)


def _round(pen: Pen, across: float, down: float, width: float, height: float, colour: str) -> None:
    """Draw an ellipse about a middle."""
    pen.ellipse([_at(across - width, down - height), _at(across + width, down + height)], fill=colour)


def _at(across: float, down: float) -> tuple[float, float]:
    """Return a place given in hundredths of the width and the height."""
    return across * WIDTH * _FINER / 100, down * HEIGHT * _FINER / 100


def _land(pen: Pen) -> None:
    _round(pen, 20, 90, 60, 40, _HILL)
    _round(pen, 85, 95, 55, 48, "#7dab84")
    _box(pen, 0, 78, 100, 100, _GRASS)


def _bunting(pen: Pen, *, top: float) -> None:
    hanging = [(number * 9.2, top + 6 - abs(number - 5) ** 2 * 0.22) for number in range(-1, 13)]
    pen.line([_at(left, dip) for left, dip in hanging], fill=_INK, width=3 * _FINER)
    for number, (left, dip) in enumerate(hanging):
        _shape(pen, [(left, dip), (left + 7, dip), (left + 3.5, dip + 9)], _FLAGS[number % len(_FLAGS)])


def _school(pen: Pen) -> None:
    _land(pen)
    _box(pen, 22, 46, 78, 82, _BRICK)
    _shape(pen, [(18, 47), (50, 26), (82, 47)], _ROOF)
    _box(pen, 45, 62, 55, 82, _DOOR)
    for left in (27, 36, 58, 67):
        _box(pen, left, 54, left + 6, 64, _CREAM)
    _round(pen, 50, 40, 3, 4, _CREAM)
    _bunting(pen, top=8)


def _hills(pen: Pen) -> None:
    _round(pen, 78, 22, 7, 9, "#f6d977")
    _land(pen)
    for post in (32, 44, 56, 68):
        _box(pen, post, 52, post + 1.6, 84, _SOIL)
    _box(pen, 28, 74, 74, 78, "#9b7350")
    _shape(pen, [(25, 54), (31, 44), (71, 44), (77, 54)], _GRASS)
    _shape(pen, [(25, 54), (77, 54), (75, 57), (27, 57)], _SOIL)


def _garden(pen: Pen) -> None:
    _land(pen)
    for row, left in ((64, 6), (74, 2), (86, -3)):
        _box(pen, 0, row + 7, 100, row + 10, _SOIL)
        for number in range(12):
            across = left + number * 9
            _box(pen, across, row - 12, across + 0.5, row + 8, "#8a6a44")
            for height in (0, 5, 10):
                _round(pen, across - 1.4, row + 3 - height, 2, 2.2, "#3f7d4b")
                _round(pen, across + 2, row - height, 2, 2.2, "#4f9459")


def _seedlings(pen: Pen) -> None:
    _box(pen, 0, 0, 100, 100, "#efe6d2")
    _box(pen, 0, 74, 100, 100, "#c79a63")
    _box(pen, 80, 18, 87, 76, "#f2c14e")
    for mark in range(14):
        _box(pen, 80, 20 + mark * 4, 82 + mark % 2 * 1.5, 20.6 + mark * 4, _INK)
    for number, height in enumerate((26, 34, 30, 42, 38)):
        middle = 12 + number * 14
        _shape(pen, [(middle - 5, 66), (middle + 5, 66), (middle + 4, 82), (middle - 4, 82)], "#b5654a")
        _box(pen, middle - 0.4, 66 - height, middle + 0.4, 66, "#4f9459")
        _round(pen, middle - 3, 66 - height, 3.4, 2.2, "#6a9c5b")
        _round(pen, middle + 3, 64 - height, 3.4, 2.2, "#4f9459")


def _volcano(pen: Pen) -> None:
    _box(pen, 0, 0, 100, 100, "#e4eff2")
    _bunting(pen, top=4)
    _box(pen, 8, 76, 92, 82, "#9b7350")
    for leg in (14, 82):
        _box(pen, leg, 82, leg + 4, 100, "#7a5438")
    _shape(pen, [(28, 76), (45, 38), (55, 38), (72, 76)], "#6b4a3a")
    _shape(pen, [(45, 38), (55, 38), (58, 58), (52, 50), (49, 64), (46, 50)], "#d1495b")
    _round(pen, 20, 70, 8, 10, "#5b3a78")
    _box(pen, 12, 70, 28, 100, "#5b3a78")
    _round(pen, 20, 52, 5, 7, "#5a3a22")
    for across, down in ((50, 30), (45, 26), (55, 25), (50, 20)):
        _round(pen, across, down, 3.4, 4, "#c9c4bd")


SCENES: Final[dict[str, Callable[[Pen], None]]] = {
    "school": _school,
    "hills": _hills,
    "garden": _garden,
    "seedlings": _seedlings,
    "volcano": _volcano,
}
"""Name → what draws it."""
