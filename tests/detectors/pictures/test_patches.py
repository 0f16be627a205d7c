from math import degrees

import numpy as np
import pytest
from PIL import Image, ImageDraw

from gatepost.detectors.pictures.patches import patches


def heat(*bars: tuple[float, float, float, float], angle: float = 0, sure: float = 0.9) -> np.ndarray:
    """A map on which bars (left, top, right, bottom) are lines of words, turned about its middle."""
    image = Image.new("L", (400, 300))
    for bar in bars:
        ImageDraw.Draw(image).rectangle(bar, fill=round(255 * sure))
    return np.asarray(image.rotate(angle, Image.Resampling.BICUBIC), np.float32) / 255


BAR = (100, 130, 300, 170)


def test_a_line_is_held_by_a_rectangle_somewhat_wider_than_its_core():
    (patch,) = patches(heat(BAR))
    assert (patch.x, patch.y) == pytest.approx((200, 150), abs=1)
    assert 240 < patch.width < 270
    assert 80 < patch.height < 105


@pytest.mark.parametrize("angle", [0, 10, -10, 30, -30, 44])
def test_a_rectangle_lies_as_its_line_does(angle):
    (patch,) = patches(heat(BAR, angle=angle))
    assert degrees(patch.angle) == pytest.approx(-angle, abs=1.5)
    assert patch.width > 2 * patch.height


@pytest.mark.parametrize("angle", [60, 90, -75])
def test_a_line_that_runs_up_or_down_is_higher_than_wide(angle):
    (patch,) = patches(heat(BAR, angle=angle))
    assert patch.height > 2 * patch.width


def test_two_lines_are_two_and_the_larger_comes_first():
    larger, smaller = patches(heat((20, 20, 90, 50), (100, 200, 380, 250)))
    assert (larger.x, smaller.x) == pytest.approx((240, 55), abs=2)


def test_places_that_touch_at_a_corner_are_one_line():
    corner = np.zeros((100, 100), np.float32)
    corner[20:40, 10:50] = corner[40:60, 50:90] = 1
    assert len(patches(corner)) == 1


def test_the_corners_of_a_patch_are_where_its_line_ends():
    (patch,) = patches(heat(BAR))
    assert min(x for x, _ in patch.corners()) == pytest.approx(patch.x - patch.width / 2)


NOTHING = {
    "an empty map": heat(),
    "a line of which the map is unsure": heat(BAR, sure=0.4),
    "a hair": heat((100, 150, 300, 150)),
    "a speck": heat((100, 150, 101, 151)),
}


@pytest.mark.parametrize("unsure", NOTHING.values(), ids=NOTHING)
def test_what_is_no_line_is_none(unsure):
    assert patches(unsure) == []
