from io import BytesIO

import pytest
from PIL import Image

from gatepost.detectors.pictures.words import words_in
from tests.detectors.pictures.made import lettering, portrait


def read(*lines: str, **how: float) -> list[str]:
    """What is read of these lines, without spaces: a reader may drop one."""
    image = Image.open(BytesIO(lettering(*lines, **how))).convert("RGB")
    return sorted(words.text.replace(" ", "") for words in words_in(image))


@pytest.mark.parametrize("angle", [0, 15, -15, 90, 180, 270])
def test_words_are_read_however_they_lie(angle):
    assert read("Awarded to", "Oliver Hartley", angle=angle) == ["Awardedto", "OliverHartley"]


def test_small_words_are_read():
    assert read("Zofia Kowalczyk", size=24) == ["ZofiaKowalczyk"]


def test_the_box_of_a_line_holds_it():
    image = Image.open(BytesIO(lettering("Oliver Hartley", size=60))).convert("RGB")
    (words,) = words_in(image)
    assert (words.box.x, words.box.y) == pytest.approx((120, 108), abs=14)
    assert words.box.width == pytest.approx(400, abs=60)


WORDLESS = {"plain ground": Image.new("RGB", (640, 480), "navy"), "a head": portrait().crop((40, 20, 240, 200))}


@pytest.mark.parametrize("image", WORDLESS.values(), ids=WORDLESS)
def test_where_there_are_no_words_none_are_read(image):
    assert words_in(image) == ()
