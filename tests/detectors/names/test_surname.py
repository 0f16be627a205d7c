"""Surnames alone: only with a cue."""

import pytest

from tests.detectors.names.roll import named

FOUND = {
    "Hartley wins the cup": ["Hartley"],
    "the Hartley twins did it": ["Hartley"],
    "Scorers: Hartley (2), Khan, Patel": ["Hartley", "Khan", "Patel"],
    "Hartley at the double!": ["Hartley"],
    "a header by O'Brien": ["O'Brien"],
    "Smith-Jones bowled well": ["Smith-Jones"],
    "Khan 24 not out": ["Khan"],
}
NEAR_MISSES = [
    "Hartley Street is closed",
    "The Hartley Trust gave £500",
    "Mrs Hartley wins the staff race",
    "Emma Hartley won, of another school",
    "Reading Town Green reopens",
    "Green wins sports day",
    "Young people win",
    "Park opens at 9",
    "King wins crown in our play",
    "a trip to Hartley",
]


@pytest.mark.parametrize(("text", "words"), FOUND.items())
def test_a_surname_with_a_cue_is_found(text, words):
    assert named(text) == [("surname", w) for w in words]


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_a_street_a_colour_or_a_stranger_is_no_surname(text):
    assert named(text) == []
