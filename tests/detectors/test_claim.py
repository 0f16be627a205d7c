"""Claims that would need proof."""

import pytest

from gatepost.detectors import detect_text

FOUND = [
    "We are the best school in the county",
    "Ofsted has rated us Outstanding in every area",
    "Number one for progress in the whole of the North",
    "World-class teaching",
    "unrivalled facilities",
    "An Ofsted outstanding school",
    "second to none",
    "the top academy in Yorkshire",
]
NEAR_MISSES = [
    "Best wishes to our leavers",
    "Try your best",
    "Outstanding shooting in the last quarter",
    "An Ofsted report card arrived today",
    "Ofsted grades tell parents nothing",
    "Our best assembly yet",
    "Number one tip: label your jumper",
    "He came first in the county cross country race",
    "Leading the singing was Year 4",
]


@pytest.mark.parametrize("text", FOUND)
def test_claim_wording_is_found(text):
    assert detect_text(text, types=["claim"])


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_innocent_wording_is_not_claim(text):
    assert detect_text(text, types=["claim"]) == ()
