"""Sneers and sarcasm."""

import pytest

from gatepost.detectors import detect_text

FOUND = [
    "Their defence is made of jelly",
    "Some drivers clearly think they own the road",
    "Well done to the genius who parked across the gate",
    "Supply today was useless as ever",
    "Lazy ref, cheating coach",
    "The council couldn't find a puddle in a flood",
    "The last head ran this place into the ground",
    "Half the parents can't read a letter home",
    "Typical Beck Lane, late again and moaning",
    "Their coach should stick to crosswords",
    "Taxi drivers who park here have no brains",
    "No surprise they lost",
    "That Wick lot went home crying",
]
NEAR_MISSES = [
    "The lads were beaten but never gave up",
    "Well done to the pupil who found our cat",
    "Some parents can't attend, so we will record it",
    "Our bridge is made of paper and held a brick",
    "The whole lot went home happy",
    "The old coach is late today",
    "Governors have no meeting this week",
    "The referee needs a whistle",
]


@pytest.mark.parametrize("text", FOUND)
def test_a_sneer_is_found(text):
    assert detect_text(text, types=["disparaging"])


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_plain_reporting_is_no_sneer(text):
    assert detect_text(text, types=["disparaging"]) == ()
