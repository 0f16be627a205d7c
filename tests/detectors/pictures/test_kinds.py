import pytest

from gatepost.detectors.pictures.kinds import kind_of
from gatepost.detectors.pictures.refused import Unreadable
from tests.publishing.pictures.files import halves, saved

TAKEN = {
    "jpeg": saved(halves()),
    "png": saved(halves(), "PNG"),
    "webp": saved(halves(), "WEBP"),
    "heic": saved(halves(), "HEIF"),
}

REFUSED = {
    "the near miss of a JPEG": (b"\xff\xd8\xfe", "not a picture"),
    "the near miss of a PNG": (b"\x89PNG\r\n\x1a\r", "not a picture"),
    "the near miss of a WebP": (b"RIFF\0\0\0\0WEBQ", "video or a sound"),
    "a HEIC of several pictures": (b"\0\0\0\x14ftyphevc\0\0\0\0hevc", "moves"),
    "an AVIF by its first name": (b"\0\0\0\x14ftypavif\0\0\0\0mif1", "AVIF"),
    "an AVIF by its second name": (b"\0\0\0\x18ftypmif1\0\0\0\0mif1avif", "AVIF"),
    "a film of a phone": (b"\0\0\0\x14ftypqt  \0\0\0\0qt  ", "video"),
    "a camera's raw picture": (b"II*\0\x10\0\0\0CR", "raw picture"),
    "a document": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "document"),
    "a picture with its layers": (b"8BPS\0\1", "Photoshop"),
    "an XML file": (b"<?xml version='1.0'?>", "web page"),
    "a blank": (b"   ", "not a picture"),
    "one byte": (b"\xff", "not a picture"),
}


@pytest.mark.parametrize(("kind", "data"), TAKEN.items(), ids=TAKEN)
def test_a_picture_is_known_by_its_first_bytes(kind, data):
    assert kind_of(data) == kind


@pytest.mark.parametrize(("data", "said"), REFUSED.values(), ids=REFUSED)
def test_anything_else_is_named_for_what_it_is(data, said):
    with pytest.raises(Unreadable, match=said):
        kind_of(data)
