"""Vehicle registrations, and codes that are none."""

import pytest

from gatepost.detectors import detect_text

FOUND = {
    "old jeep LSU 447 is blocking the gate": "LSU 447",
    "next to us in the queue was kx70abz": "kx70abz",
    "Is B7 MUM yours? Cat on the bonnet": "B7 MUM",
    "reg: P1 XYZ": "P1 XYZ",
    "the black Corsa LB19 XKT, it": "LB19 XKT",
    "whoever drives yx21 pvo your": "yx21 pvo",
    "Golf reg M446 KDF parked": "M446 KDF",
    "private plate JAN 1T outside": "JAN 1T",
    "The car was NU68HZC.": "NU68HZC",
}
NEAR_MISSES = [
    "See LSU 447 in the library catalogue",
    "Seats MA07 for parents, SC1 for pupils",
    "Car park LSU 447 spaces",
    "Team ABC 123 win",
    "Room MA14 ART will be",
    "build AB12CDF. Update",
    "Seat AB12 34",
    "See Y7 and M1",
    "Model KX19 ABC",
]


@pytest.mark.parametrize(("text", "words"), FOUND.items())
def test_a_registration_is_found_where_it_stands(text, words):
    found = [text[f.start : f.end] for f in detect_text(text, types=["car_reg"])]
    assert found == [words]


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_what_only_looks_like_a_registration_is_let_be(text):
    assert detect_text(text, types=["car_reg"]) == ()
