"""What a reader sees in mere shapes is told from what somebody wrote."""

import pytest

from gatepost.detectors.pictures.seen import Box, Words

WRITTEN = ["Oliver", "Jo", "No 7", "01632 960417", "3.9.2026", "Zoë", "李雷", "A B"]
SCRAPS = ["一", "A", "4B", "1", "25", "–", "", "7.", "W!", "3/9"]


@pytest.mark.parametrize("text", WRITTEN)
def test_what_has_letters_or_a_long_number_is_writing(text):
    assert not Words(Box(0, 0, 9, 9), text, 0.9).is_scrap


@pytest.mark.parametrize("text", SCRAPS)
def test_a_letter_or_a_short_number_is_a_scrap(text):
    assert Words(Box(0, 0, 9, 9), text, 0.9).is_scrap
