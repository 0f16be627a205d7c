"""What is read of a text once for all detectors, counted the quick way and the plain way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatepost.detectors.passage import Passage

SHOUTING = {
    "WELL DONE YEAR 6": True,
    "WELL DONE YEAr 6": True,
    "Well done Year 6": False,
    "ÉTÉ À PARIS": True,
    "Été à Paris": False,
    "OH MY Éé": True,
    "ABCDe 👏👏👏": False,
    "BBC": False,
    "12.30 - 1.30": False,
}
TEXTS = st.text(st.one_of(st.sampled_from("aBcDé3²Ⅷ٣İß’ \ud800👏"), st.characters()))


@pytest.mark.parametrize(("text", "shouting"), SHOUTING.items())
def test_a_text_shouts_when_more_than_four_fifths_of_its_letters_are_capitals(text, shouting):
    assert Passage(text).shouting == shouting


@given(TEXTS)
def test_the_quick_count_of_capitals_is_the_plain_one(text):
    letters = [c for c in Passage(text).plain if c.isalpha()]
    capitals = [c for c in letters if c.isupper()]
    assert Passage(text).shouting == (len(letters) > 3 and len(capitals) > 0.8 * len(letters))


@given(TEXTS)
def test_a_digit_is_one_of_any_alphabet(text):
    assert Passage(text).digits == sum(c.isdigit() for c in Passage(text).plain)
