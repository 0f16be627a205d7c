"""Mockery, and good sportsmanship."""

import pytest

from gatepost.detectors import detect_text

FOUND = [
    "Easiest game of the season - do they even train over there?",
    "The ref was a joke",
    "Unlike the shambles down the road, we are on time",
    "We absolutely thrashed them",
    "Their keeper was useless",
    "Some parents really need to grow up",
    "bottom set are so thick",
    "call yourselves a team?",
    "the worst school in town",
    "Like taking candy from a baby",
]
NEAR_MISSES = [
    "Well played to our opponents today",
    "A close game, thank you to the hosts",
    "Easy read books are in the library",
    "It was the easiest recipe ever",
    "What a joke book! Year 2 wrote it",
    "We won 3-0, great effort from both teams",
    "The council has repaired the road",
    "Some parents have asked about parking",
    "Bless them all for coming",
    "The road was slippery",
]


@pytest.mark.parametrize("text", FOUND)
def test_disparaging_wording_is_found(text):
    assert detect_text(text, types=["disparaging"])


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_innocent_wording_is_not_disparaging(text):
    assert detect_text(text, types=["disparaging"]) == ()
