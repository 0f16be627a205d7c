"""People who are named though they are not on the roll."""

import pytest

from gatepost.detectors import detect_text

FOUND = {
    "Thank you Mrs Petula Gannet for the purse": "Mrs Petula Gannet",
    "Mr Young's class": "Mr Young",
    "PC Gareth Hollis came": "PC Gareth Hollis",
    "author Delphine Marrowby read": "Delphine Marrowby",
    "Our lollipop lady, Doreen, retires": "Doreen",
    "well said @some.body99 today": "@some.body99",
}
NEAR_MISSES = [
    "We read Oliver Twist",
    "Left at Victoria Crescent, then Albert Rd",
    "Rose Street is closed",
    "Sam's Sandwiches van is late",
    "Follow @OakfieldAcademy",
    "Happy Easter Monday",
    "Grace Before Meals",
    "miss you all",
]


@pytest.mark.parametrize(("text", "words"), FOUND.items())
def test_a_person_is_found_by_title_name_or_account(text, words):
    assert [text[f.start : f.end] for f in detect_text(text, types=["other_person"])] == [words]


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_books_streets_and_the_schools_own_account_are_nobody(text):
    assert detect_text(text, types=["other_person"]) == ()
