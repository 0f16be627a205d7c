import pytest

from gatepost.detectors import Person, Roster
from gatepost.detectors.pictures import Box, Seen, Unreadable, Words, detect_picture
from tests.detectors.pictures.made import lettering, portrait
from tests.publishing.pictures.files import exif, halves, saved

ROLL = Roster([Person(upn="A1", legal_first="Oliver", legal_last="Hartley")])
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description exif:GPSLatitude="53,39.2N"/></x:xmpmeta>'


def types(data: bytes, **how) -> list[str]:
    return [each.type for each in detect_picture(data, **how).sightings]


def nothing_there(package: str):
    """A machine on which nothing that looks into pictures is installed: it finds no package."""
    return {}.get(package)


def test_the_place_a_face_and_words_are_told_in_this_order():
    image = portrait().resize((640, 640))
    image.paste(saved_lettering(), (0, 480))
    found = types(saved(image, exif=exif(place=True)), roster=ROLL)
    assert (found[:2], found[-1]) == (["location", "face"], "name")


def saved_lettering():
    from io import BytesIO

    from PIL import Image

    return Image.open(BytesIO(lettering("Oliver Hartley"))).crop((80, 60, 720, 220))


def test_without_a_roll_words_are_nobodys_name():
    assert types(lettering("Oliver Hartley")) == ["text"]


def test_scraps_are_left_out_and_names_in_them_are_not(monkeypatch):
    letters = [Words(Box(40 * i, 9, 30, 40), sign, 0.9) for i, sign in enumerate("–1")]
    letters += [Words(Box(9, 90, 90, 40), "Daw", 0.9), Words(Box(9, 135, 90, 40), "U", 0.9)]
    seen = Seen(640, 480, (), tuple(letters), 1)
    monkeypatch.setattr("gatepost.detectors.pictures.detect.look", lambda data, find: seen)
    roll = Roster([Person(upn="B1", legal_first="Daw", legal_last="U")])
    found = detect_picture(saved(halves()), roster=roll).sightings
    assert [(one.type, one.text) for one in found] == [("text", "Daw"), ("name", "Daw U")]


@pytest.mark.parametrize("carried", [{"exif": exif(place=True)}, {"xmp": XMP}], ids=["exif", "xmp"])
def test_the_place_is_found_however_the_file_tells_it(carried):
    assert types(saved(halves(), **carried)) == ["location"]


def test_a_file_that_tells_the_camera_alone_tells_no_place():
    assert types(saved(halves(), exif=exif())) == []


def test_without_the_models_the_place_is_found_and_the_rest_is_said_not_to_be():
    found = detect_picture(saved(portrait(), exif=exif(place=True)), find=nothing_there)
    assert [each.type for each in found.sightings] == ["location"]
    assert found.seen is None
    assert "Look at it yourself" in found.problem


def test_what_is_no_picture_is_refused_with_or_without_the_models():
    for how in ({}, {"find": nothing_there}):
        with pytest.raises(Unreadable):
            detect_picture(b"Hello", **how)
