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
    "The visitors were an absolute shower",
    "At least our teachers turn up, unlike the lot at Park High",
    "Another Karen in the inbox this morning",
    "call yourselves a team?",
    "the worst school in town",
    "Like taking candy from a baby",
    "Did they bring a team or just eleven traffic cones?",
    "Almost felt sorry for them at 9-0",
    "Is it any wonder they finished bottom? Embarrassing.",
    "Our rivals couldn't organise a queue",
    "Another masterclass from the council in how not to fix a road",
    "Honestly, some of the parents at drop off this morning... give me strength",
    "Lovely to see the supply teacher finally learn to use the photocopier",
    "Year 9 set 5, proof that evolution can go backwards",
    "Thoughts and prayers to St Mary's goalkeeper",
    "Mrs Smith's idea of a lesson plan is a word search",
    "The so-called experts at the council strike again",
    "If only the staff at Oak Academy could teach as well as they brag",
    "Their defence was like Swiss cheese",
    "I've seen better organised toddlers",
    "They should stick to tiddlywinks",
    "Not exactly the sharpest bunch over at Westbrook",
    "I wouldn't send my dog to that school",
    "Poor old Westbrook, beaten again. Do try harder next year!",
    "The other school's show was amateur hour",
    "Typical Year 11 laziness",
    "You'd think a head teacher could spell",
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
    "Ring Karen for tickets",
    "Karen at reception has the lost hats",
    "Bless them all for coming",
    "The road was slippery",
]


@pytest.mark.parametrize("text", FOUND)
def test_disparaging_wording_is_found(text):
    assert detect_text(text, types=["disparaging"])


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_innocent_wording_is_not_disparaging(text):
    assert detect_text(text, types=["disparaging"]) == ()
