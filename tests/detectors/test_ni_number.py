"""National Insurance numbers."""

import pytest

from gatepost.detectors import detect_text

FOUND = {
    "My NI is QQ 12 34 56 C ok": "QQ 12 34 56 C",
    "looks like AB123456D": "AB123456D",
    "ni jg 10 37 59 a and": "jg 10 37 59 a",
    "National insurance PX-46-21-90-B": "PX-46-21-90-B",
}
NEAR_MISSES = [
    "Seat AB12 34 and AB12 35",
    "GB 12 34 56 A",
    "DA123456C",
    "Ref AB1234567",
]


@pytest.mark.parametrize(("text", "words"), FOUND.items())
def test_an_ni_number_is_found_where_it_stands(text, words):
    found = [text[f.start : f.end] for f in detect_text(text, types=["ni_number"])]
    assert found == [words]


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_what_only_looks_like_an_ni_number_is_let_be(text):
    assert detect_text(text, types=["ni_number"]) == ()
