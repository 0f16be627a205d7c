"""Postcodes."""

import pytest

from gatepost.detectors import detect_text

FOUND = {
    "near LS98 4TF on": "LS98 4TF",
    "112 Beacon Avenue hx7 9zz": "hx7 9zz",
    "postcode hu53qr": "hu53qr",
    "HU5 3QR": "HU5 3QR",
    "Post code OX4 1AB for the sat nav": "OX4 1AB",
}
NEAR_MISSES = [
    "Room MA14 ART is open",
    "See H6 and B12 stairs",
    "Class 5H beat 5W",
    "Room B12 3rd floor",
    "BTEC L2 or GCSE",
]


@pytest.mark.parametrize(("text", "words"), FOUND.items())
def test_a_postcode_is_found_where_it_stands(text, words):
    found = [text[f.start : f.end] for f in detect_text(text, types=["postcode"])]
    assert found == [words]


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_what_only_looks_like_a_postcode_is_let_be(text):
    assert detect_text(text, types=["postcode"]) == ()
