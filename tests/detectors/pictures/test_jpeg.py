import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatepost.detectors.pictures.jpeg import outline
from tests.publishing.pictures.files import exif, halves, saved, scans

PLAIN = saved(halves(width=200, height=160), exif=exif(place=True), comment=b"\xff\xd9\xff\xda")
GROWING = saved(halves(), progressive=True)

ENDS = {
    "a JPEG": (PLAIN, len(PLAIN)),
    "a JPEG that builds up": (GROWING, len(GROWING)),
    "a JPEG with an archive behind it": (PLAIN + b"PK\x03\x04", len(PLAIN)),
    "a JPEG with a JPEG behind it": (PLAIN + GROWING, len(PLAIN)),
    "a JPEG without its end": (PLAIN[:-2], len(PLAIN) - 2),
    "a JPEG with filling before its end": (PLAIN[:-2] + b"\xff\xff" + PLAIN[-2:], len(PLAIN) + 2),
}


@pytest.mark.parametrize(("data", "end"), ENDS.values(), ids=ENDS)
def test_a_jpeg_ends_where_its_markers_say(data, end):
    assert outline(data, most=40).end == end


def test_the_times_that_it_is_drawn_over_are_counted():
    assert (outline(PLAIN, most=40).scans, outline(GROWING, most=40).scans) == (1, 10)


def test_nothing_is_counted_far_beyond_the_limit():
    assert outline(scans(5_000), most=40).scans == 41


@given(st.binary(max_size=300))
def test_an_outline_is_found_of_anything(data):
    found = outline(b"\xff\xd8" + data, most=40)
    assert 0 < found.end <= len(data) + 2
