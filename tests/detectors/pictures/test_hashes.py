from io import BytesIO

import pytest
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter, ImageOps

from gatepost.detectors.pictures.hashes import dhash, resembles
from tests.detectors.pictures.made import portrait


def saved_again(image: Image.Image) -> Image.Image:
    out = BytesIO()
    image.save(out, "JPEG", quality=35)
    return Image.open(out)


def cropped(image: Image.Image, share: float) -> Image.Image:
    across, down = round(image.width * share), round(image.height * share)
    return image.crop((across, down, image.width - across, image.height - down))


def blurred_in_part(image: Image.Image) -> Image.Image:
    copy, part = image.copy(), (0, 0, image.width // 4, image.height // 4)
    copy.paste(image.crop(part).filter(ImageFilter.GaussianBlur(12)), part)
    return copy


def drawn(colour: str) -> Image.Image:
    image = Image.linear_gradient("L").resize((400, 300)).convert("RGB")
    ImageDraw.Draw(image).ellipse((60, 40, 220, 260), fill=colour)
    return image


COPIES = {
    "saved again at a low quality": saved_again,
    "half the size": lambda image: image.resize((image.width // 2, image.height // 2)),
    "a thumbnail": lambda image: image.resize((64, 64)),
    "five per cent cropped": lambda image: cropped(image, 0.025),
    "lighter": lambda image: ImageEnhance.Brightness(image).enhance(1.25),
    "darker": lambda image: ImageEnhance.Brightness(image).enhance(0.7),
    "without colours": lambda image: image.convert("L"),
    "a corner blurred": blurred_in_part,
}


@pytest.mark.parametrize("name", ["astronaut", "officer"])
@pytest.mark.parametrize("copy", COPIES.values(), ids=COPIES)
def test_a_copy_resembles_its_picture(copy, name):
    image = portrait(name)
    assert resembles(dhash(image), dhash(copy(image)))


OTHERS = {
    "another portrait": (portrait(), portrait("officer")),
    "the same one mirrored": (portrait(), ImageOps.mirror(portrait())),
    "the same one on its head": (portrait(), portrait().rotate(180)),
    "its upper half": (portrait("officer"), cropped(portrait("officer"), 0.25)),
    "a drawing": (portrait(), drawn("navy")),
}


@pytest.mark.parametrize(("one", "other"), OTHERS.values(), ids=OTHERS)
def test_another_picture_does_not(one, other):
    assert not resembles(dhash(one), dhash(other))


def test_a_hash_has_sixty_four_bits():
    assert 0 < dhash(portrait()).bit_length() <= 64
