"""Telephone numbers, and figures that are none."""

import pytest

from gatepost.detectors import detect_text

FOUND = {
    "Ring 07700 900123 today": "07700 900123",
    "tel (01632) 960 874": "(01632) 960 874",
    "+44 (0)7700 900227 all weekend": "+44 (0)7700 900227",
    "00447700900871 only": "00447700900871",
    "text o7700 9oo 345 now": "o7700 9oo 345",
    "call 01482 555 0199": "01482 555 0199",
    "0 7 7 0 0 9 0 0 4 0 9 ta": "0 7 7 0 0 9 0 0 4 0 9",
    "07700 / 900 / 471 is the trip mobile": "07700 / 900 / 471",
    "01632/960718 after six": "01632/960718",
    "ring 555 0199 now": "555 0199",
    "+353 87 123 4567 abroad": "+353 87 123 4567",
    "oh double seven double oh nine double oh one eight two": "oh double seven double oh nine double oh one eight two",
}
NEAR_MISSES = [
    "Sort code 20-45-99, account 01234567",
    "sort code 204599",
    "NHS number 943 476 5919",
    "Final score 160-142",
    "Raised £7,700.90 so far",
    "Term 03/09/2026 - 21/10/2026",
    "ISBN 0 19 852663 6",
    "Booking ref 7700900-A",
    "text 70070 to give",
    "Term 01/09/2026 - 02/10/2026",
    "dates 01/09 - 04/09",
    "Count: 0 1 2 3 4 5 6 7 8 9 10",
]


@pytest.mark.parametrize(("text", "words"), FOUND.items())
def test_a_telephone_number_is_found_where_it_stands(text, words):
    found = [text[f.start : f.end] for f in detect_text(text, types=["phone"])]
    assert found == [words]


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_what_only_looks_like_a_telephone_number_is_let_be(text):
    assert detect_text(text, types=["phone"]) == ()
