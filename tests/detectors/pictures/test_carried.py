from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from PIL.ExifTags import IFD, Base
from PIL.PngImagePlugin import PngInfo
from pillow_heif.as_plugin import HeifImageFile

from gatepost.detectors.pictures.carried import WORDS, carried
from tests.publishing.pictures.files import exif, halves, saved, wide_colours


def noted(tag: int, value: Any) -> bytes:
    said = Image.Exif()
    said[tag] = value
    return said.tobytes()


def placed() -> bytes:
    said = Image.Exif()
    said.get_ifd(IFD.GPSInfo)[1] = "N"
    return said.tobytes()


def dated() -> bytes:
    said = Image.Exif()
    said.get_ifd(IFD.Exif)[Base.DateTimeOriginal] = "2026:11:20 10:00:00"
    return said.tobytes()


def thumbnailed() -> bytes:
    """EXIF in whose second directory, where a smaller copy is described, one entry stands."""
    entry = b"\x01\x03\0\x03\0\0\0\x01\0\x06\0\0"
    return b"Exif\0\0MM\0*\0\0\0\x08" + b"\0\0\0\0\0\x0e" + b"\0\x01" + entry + bytes(4)


def iptc(field: int, value: bytes) -> bytes:
    """A JPEG with one data set of record 2, as picture desks write it."""
    record = b"\x1c\x02" + bytes([field]) + len(value).to_bytes(2, "big") + value
    block = b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0" + len(record).to_bytes(4, "big") + record
    data = saved(halves())
    return data[:2] + b"\xff\xed" + (len(block) + 2).to_bytes(2, "big") + block + data[2:]


FILES = {
    "place": saved(halves(), exif=placed()),
    "when": saved(halves(), exif=dated()),
    "camera": saved(halves(), exif=noted(Base.Model, "Telephone 9")),
    "people": saved(halves(), xmp=b"<mwg-rs:Name>Maisie</mwg-rs:Name>"),
    "by": saved(halves(), exif=noted(Base.Artist, "Amara")),
    "about": saved(halves(), exif=noted(Base.ImageDescription, "Maisie")),
    "program": saved(halves(), exif=noted(Base.Software, "Editor")),
    "behind": saved(halves()) + b"more",
    "colours": saved(halves(), icc_profile=wide_colours()),
    "copy": saved(halves(), exif=thumbnailed()),
}  # fmt: skip

MORE = {
    "a place in IPTC": (iptc(90, b"Derby"), "place"),
    "a caption in IPTC": (iptc(120, b"Maisie"), "about"),
    "a day in IPTC": (iptc(55, b"20261120"), "when"),
    "an author in IPTC": (iptc(80, b"Amara"), "by"),
    "something else in IPTC": (iptc(40, b"crop"), "program"),
    "a place in XMP": (saved(halves(), xmp=b"<exif:GPSLatitude>53</exif:GPSLatitude>"), "place"),
    "keywords in XMP": (saved(halves(), "WEBP", xmp=b"<dc:subject/>"), "about"),
    "a comment": (saved(halves(), comment=b"Maisie"), "about"),
    "a page behind a PNG": (saved(halves(), "PNG") + b"more", "behind"),
    "a page behind a WebP": (saved(halves(), "WEBP") + b"more", "behind"),
}


def found(data: bytes) -> tuple[str, ...]:
    return carried(Image.open(BytesIO(data)), data)


def test_every_word_has_a_file_that_is_told_by_it():
    assert FILES.keys() == WORDS.keys()


@pytest.mark.parametrize(("key", "data"), FILES.items(), ids=FILES)
def test_what_a_file_carries_is_told_in_plain_words(key, data):
    assert WORDS[key] in found(data)


@pytest.mark.parametrize(("data", "key"), MORE.values(), ids=MORE)
def test_it_is_told_wherever_it_stands(data, key):
    assert WORDS[key] in found(data)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_bare_picture_carries_nothing(kind):
    assert found(saved(halves(), kind)) == ()


def test_a_heic_is_read_like_the_others():
    data = saved(halves(), "HEIF", exif=exif(place=True).tobytes())
    assert WORDS["place"] in carried(HeifImageFile(BytesIO(data)), data)


@pytest.mark.parametrize("late", [False, True], ids=["before the pixels", "behind the pixels"])
def test_words_of_a_png_are_told(late):
    words = PngInfo()
    words.add_text("Title", "Maisie", zip=True)
    if late:
        words.chunks[0] = (*words.chunks[0], True)
    assert WORDS["about"] in found(saved(halves(), "PNG", pnginfo=words))


def test_they_are_told_in_one_order():
    assert found(saved(halves(), exif=exif(place=True)) + b"more") == tuple(
        WORDS[key] for key in ("place", "when", "camera", "behind")
    )


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")
def test_notes_that_cannot_be_read_are_told_as_notes():
    assert found(saved(halves(), exif=b"Exif\0\0XX\0*")) == (WORDS["program"],)
