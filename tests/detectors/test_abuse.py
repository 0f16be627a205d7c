"""Abuse, and animals."""

import pytest

from gatepost.detectors import detect_text

FOUND = [
    "you lot are absolute morons",
    "Shut up you fat idiot",
    "whoever took it is scum",
    "I'm going to kill you",
    "the head is a useless lying cow",
    "you are pathetic",
    "f u c k off",
    "what a bunch of wankers",
    "watch your back",
    "you 1d10t",
    "You're a disgrace and should be ashamed",
    "i hope your house burns down",
    "go die in a hole",
    "Mr Jones is a fat lazy slob",
    "that teacher is a paedo",
    "You absolute melt",
    "she is a nasty piece of work",
    "get lost you stupid cow",
    "what an idiot",
    "I'll find out where you live",
    "dumb ass school full of retards",
    "Your son is a thug",
]
NEAR_MISSES = [
    "The three little pigs were brilliant",
    "We saw a cow and two pigs at the farm",
    "The wicked witch was superb",
    "Kill time before the coach leaves? Bring a book",
    "I can't stand the suspense",
    "A silly cow called Daisy in our nativity",
    "Hot chocolate, thick fog and ugly jumpers",
    "Scunthorpe and Penistone came too",
    "Do not shut the gate",
]


@pytest.mark.parametrize("text", FOUND)
def test_abuse_wording_is_found(text):
    assert detect_text(text, types=["abuse"])


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_innocent_wording_is_not_abuse(text):
    assert detect_text(text, types=["abuse"]) == ()
