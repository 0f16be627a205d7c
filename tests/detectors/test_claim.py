"""Claims that would need proof."""

import pytest

from gatepost.detectors import detect_text

FOUND = [
    "We are the best school in the county",
    "Ofsted has rated us Outstanding in every area",
    "Number one for progress in the whole of the North",
    "World-class teaching",
    "No other school offers this",
    "unrivalled facilities",
    "An Ofsted outstanding school",
    "second to none",
    "the top academy in Yorkshire",
    "We are officially the top primary in Kent",
    "The leading school for sport",
    "Ofsted says we are Good",
    "Rated Outstanding by Ofsted",
    "The finest school in England",
    "Our results are the best in the borough",
    "Simply the best teachers anywhere",
    "Award-winning school with unbeatable results",
    "No other school comes close",
    "Yorkshire's number one sixth form",
    "Inspectors loved us: Outstanding across the board",
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
