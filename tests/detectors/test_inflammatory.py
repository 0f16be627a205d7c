"""Wording that sets people against a group."""

import pytest

from gatepost.detectors import detect_text

FOUND = [
    "These people should go back where they came from",
    "send them all home",
    "Immigrants are taking over",
    "They should be sent back where they came from",
    "That religion is poison",
    "brainwashing our kids",
    "time to teach that lot a lesson tonight",
    "overrun by migrants",
    "boycott the school",
    "storm the council",
    "All Muslims are terrorists",
    "Keep our school English",
    "Migrants get everything while our kids get nothing",
    "Time to take our country back",
    "They're letting men into girls' toilets, wake up people",
    "Let's all go down there and sort them out",
    "This school hates white kids",
]
NEAR_MISSES = [
    "Refugee Week: we welcomed families",
    "These people are our heroes",
    "Please send them home in uniform",
    "A storm is coming",
    "We learnt about migrants of the past",
    "Our kids come first in the relay",
    "Burn the candle safely",
    "They can go home at three",
    "They must be sent home with a slip",
    "The play is called Rise Up",
]


@pytest.mark.parametrize("text", FOUND)
def test_inflammatory_wording_is_found(text):
    assert detect_text(text, types=["inflammatory"])


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_innocent_wording_is_not_inflammatory(text):
    assert detect_text(text, types=["inflammatory"]) == ()
