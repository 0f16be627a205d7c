"""Unique Pupil Numbers and their check letter."""

import pytest

from gatepost.detectors import detect_text
from gatepost.detectors.upn import check_letter

FOUND = ["J998732116243", "Y 998732121038", "u998394923557", "P-9973-0681-9937"]
NEAR_MISSES = ["Item code M996694721641 is out", "A12345678901", "Order M99669472164"]


@pytest.mark.parametrize("number", FOUND)
def test_a_number_with_its_right_letter_is_found(number):
    (found,) = detect_text(f"on the slip {number} it says", types=["upn"])
    assert (found.start, found.end) == (12, 12 + len(number))


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_a_code_with_another_letter_is_let_be(text):
    assert detect_text(text, types=["upn"]) == ()


def test_a_wrong_letter_counts_where_the_text_says_upn():
    assert detect_text("UPN M996694721641", types=["upn"])


def test_the_check_letter_is_the_weighted_sum_modulo_23():
    assert check_letter("998732116243") == "J"
