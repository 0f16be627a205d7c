"""Insults in disguise."""

import pytest

from gatepost.detectors import detect_text

FOUND = ["what an i d i o t", "you 1d10t", "utter tw*ts", "a f***ing joke", "iiidiot driver", "sh1t show"]
NEAR_MISSES = [
    "5* hotel",
    "2 * 3 is six",
    "A*-C grades",
    "soooo proud",
    "yesss",
    "Room B1T",
    "C# club",
    "W E L L D O N E",
]


@pytest.mark.parametrize("text", FOUND)
def test_a_disguised_insult_is_found(text):
    assert detect_text(text, types=["abuse"])


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_stars_and_stretched_cheers_are_no_insult(text):
    assert detect_text(text, types=["abuse"]) == ()
