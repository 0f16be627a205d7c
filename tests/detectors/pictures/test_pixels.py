from io import BytesIO

import pytest
from PIL import Image

from gatepost.detectors.pictures import pixels
from gatepost.detectors.pictures.pixels import pixels_of, smaller
from tests.publishing.pictures.files import BLUE, RED, exif, halves, saved, wide_colours

# Orientation → where the red half, on the left as the camera saw it, lies once it is upright (EXIF 2.32, 4.6.5).
LIES = {1: "left", 2: "right", 3: "right", 4: "left", 5: "top", 6: "top", 7: "bottom", 8: "bottom"}
SPOTS = {"left": (2, 20), "right": (57, 20), "top": (20, 2), "bottom": (20, 57)}


def kept(data: bytes) -> Image.Image:
    return pixels_of(Image.open(BytesIO(data)))


def near(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return all(abs(a - b) < 30 for a, b in zip(one[:3], other[:3], strict=True))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize(("orientation", "where"), LIES.items())
def test_a_picture_is_turned_upright(kind, orientation, where):
    assert near(kept(saved(halves(), kind, exif=exif(orientation=orientation))).getpixel(SPOTS[where]), RED)


@pytest.mark.parametrize("orientation", [0, 9, 1000])
def test_an_orientation_that_is_none_leaves_a_picture_as_it_lies(orientation):
    assert near(kept(saved(halves(), exif=exif(orientation=orientation))).getpixel(SPOTS["left"]), RED)


def test_colours_are_turned_by_their_profile():
    shown = kept(saved(halves(), icc_profile=wide_colours()))
    assert near(shown.getpixel(SPOTS["left"]), BLUE)


def test_colours_of_a_picture_that_can_be_seen_through_are_turned_too():
    image = Image.new("RGBA", (60, 40), (*RED, 100))
    shown = kept(saved(image, "PNG", icc_profile=wide_colours()))
    assert near(shown.getpixel((2, 2)), BLUE)
    assert shown.getpixel((2, 2))[3] == 100


@pytest.mark.parametrize("profile", [b"no profile", b"\0" * 200, wide_colours()[:200]])
def test_a_profile_that_is_none_is_passed_over(profile):
    assert near(kept(saved(halves(), icc_profile=profile)).getpixel(SPOTS["left"]), RED)


def test_a_profile_of_other_colours_than_the_picture_is_passed_over():
    assert near(kept(saved(halves(mode="CMYK"), icc_profile=wide_colours())).getpixel(SPOTS["left"]), RED)


def test_sixteen_bits_are_brought_to_eight():
    image = Image.new("I;16", (3, 1))
    for place, value in enumerate((0, 32768, 65535)):
        image.putpixel((place, 0), value)
    assert [kept(saved(image, "PNG")).getpixel((place, 0))[0] for place in range(3)] == [0, 128, 255]


def test_nothing_lies_unseen_under_a_clear_part():
    image = Image.new("RGBA", (60, 40), (*RED, 0))
    image.putpixel((0, 0), (*BLUE, 1))
    shown = kept(saved(image, "PNG"))
    assert (shown.getpixel((2, 2)), shown.getpixel((0, 0))) == ((0, 0, 0, 0), (*BLUE, 1))


def test_a_large_picture_is_kept_smaller(monkeypatch):
    monkeypatch.setattr(pixels, "LONGEST", 30)
    assert [kept(saved(halves(), kind)).size for kind in ("JPEG", "PNG", "WEBP")] == [(30, 20)] * 3


def test_a_large_picture_that_lies_is_kept_smaller_and_upright(monkeypatch):
    monkeypatch.setattr(pixels, "LONGEST", 30)
    shown = kept(saved(halves(), exif=exif(orientation=6)))
    assert shown.size == (20, 30)
    assert near(shown.getpixel((10, 2)), RED)


def test_a_large_picture_that_can_be_seen_through_is_kept_smaller_still(monkeypatch):
    monkeypatch.setattr(pixels, "LONGEST_CLEAR", 15)
    clear = Image.new("RGBA", (60, 40), (*RED, 100))
    assert [kept(saved(image, "PNG")).size for image in (clear, halves(mode="RGBA"))] == [(15, 10), (60, 40)]


def test_a_thread_keeps_one_pixel_of_width():
    assert smaller(Image.open(BytesIO(saved(Image.new("RGB", (500, 1))))), longest=100).size == (100, 1)


def test_what_is_kept_remembers_nothing_of_its_file():
    assert kept(saved(halves(), exif=exif(), comment=b"Maisie", dpi=(300, 300))).info == {}
