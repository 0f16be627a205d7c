"""Descriptions."""

import pytest

from tests.policy.controls.baseline.drafts import outcomes, photo, post

TEXTS = {
    "described": (photo(), ["allow"], False),
    "left empty": (photo(alt_text=""), ["required"], False),
    "blank": (photo(alt_text="  "), ["required"], False),
    "not said": (photo(alt_text=None), [], True),
    "a film": (photo(alt_text=None, type="video"), [], False),
}


@pytest.mark.parametrize(("media", "expected", "asked"), TEXTS.values(), ids=TEXTS)
def test_a_picture_is_described(media, expected, asked):
    verdict = post(media=media)
    assert outcomes(verdict, "content.alt_text") == expected
    assert ("media[0].alt_text" in verdict.unknown) == asked
