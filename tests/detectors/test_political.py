"""Party politics, and the school council."""

import pytest

from gatepost.detectors import detect_text

FOUND = [
    "Vote Labour on Thursday",
    "Vote Green for our parks",
    "This government's cuts are a disgrace",
    "Back the Reform the Roads party",
    "Write to your MP about the cuts",
    "Proud to support the Conservative Party",
    "Sign this petition to stop the closure",
    "Our local councillor candidate is great, vote for him",
    "Get the Tories out",
    "Vote for Sam Oak, your independent candidate, on 7 May",
    "Shame on the Tories for starving our schools",
    "Labour will save our NHS",
    "Proud to welcome Reform UK to our hall tonight",
    "Down with this government",
    "Join the march against academisation on Saturday",
    "Keir is the best PM ever",
    "Stop Brexit now",
    "Don't forget to vote Lib Dem",
]
NEAR_MISSES = [
    "School council elections on Tuesday",
    "The school is a polling station",
    "A labour of love",
    "Birthday party on Friday",
    "A conservative estimate",
    "Vote for your favourite book in the library",
    "Green Day: wear something green",
    "Year 9 learnt about parliament",
    "Our mp3 player broke",
]


@pytest.mark.parametrize("text", FOUND)
def test_political_wording_is_found(text):
    assert detect_text(text, types=["political"])


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_innocent_wording_is_not_political(text):
    assert detect_text(text, types=["political"]) == ()
