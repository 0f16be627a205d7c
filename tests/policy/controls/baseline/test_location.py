"""Where a picture was taken, and where pupils will be."""

import pytest

from gatepost.policy.facts import Found
from tests.policy.controls.baseline.drafts import outcomes, photo, post, pupil

AHEAD = (Found("future_place_time", 0, 6),)
PLACES = {
    "held": (photo(location=True), ["block"], False),
    "taken out": (photo(location=False), ["allow"], False),
    "not looked at": (photo(location=None), [], True),
    "a drawing": (photo(location=None, type="graphic"), [], False),
}


@pytest.mark.parametrize(("media", "expected", "asked"), PLACES.values(), ids=PLACES)
def test_a_picture_does_not_say_where_it_was_taken(media, expected, asked):
    verdict = post(media=media)
    assert outcomes(verdict, "image.location") == expected
    assert ("media[0].location" in verdict.unknown) == asked


PLANS = {
    "pupils": ({"found": AHEAD}, ["needs_approval"]),
    "pupils, the safeguarding lead agrees": ({"found": AHEAD, "approved_by": ["dsl"]}, ["allow"]),
    "pupils, the head agrees": ({"found": AHEAD, "approved_by": ["headteacher"]}, ["needs_approval"]),
    "staff": ({"found": AHEAD, "people": pupil(role="teacher")}, []),
    "nobody": ({"found": AHEAD, "people": []}, []),
    "pupils, nothing to come": ({}, []),
}


@pytest.mark.parametrize(("facts", "expected"), PLANS.values(), ids=PLANS)
def test_where_pupils_will_be_is_not_announced(facts, expected):
    assert outcomes(post(**facts), "image.ahead") == expected
