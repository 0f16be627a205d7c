"""What schools' own names of types say."""

import pytest

from gatepost.consents.elements import ELEMENTS, TIERS
from gatepost.consents.imports.types import covers_of, meaning

SURE = {
    "Photographs for social media": ["photo@social"],
    "Photo on website and social media": ["photo@social", "photo@web"],
    "Use of full name on school website": ["full_name@web"],
    "Facebook photos": ["photo@social:facebook"],
    "Pictures on Twitter": ["photo@social:x"],
    "First name and photo: newsletter": ["name@parents", "photo@parents"],
    "Video of your child, local press": ["voice@press"],
    "Artwork displayed in school": ["work@in_school"],
    "photo_social": ["photo@social"],
}
UNSURE = ["Photo consent", "Social media", "Local newspaper", "School trips", "No photos on social media", "",
          "Photos on social media (not TikTok)", "Opt out of photos on the website", "Images"]  # fmt: skip


@pytest.mark.parametrize(("name", "covers"), SURE.items())
def test_a_name_that_says_of_what_and_where_is_understood(name, covers):
    assert (meaning(name).sure, [str(one) for one in meaning(name).grants]) == (True, covers)


@pytest.mark.parametrize("name", UNSURE)
def test_a_name_that_says_too_little_or_says_no_is_never_enough_for_a_yes(name):
    assert not meaning(name).sure


def test_a_no_to_photos_somewhere_unsaid_is_a_no_everywhere():
    assert {one.tier for one in meaning("Photo consent").refuses} == set(TIERS)


def test_a_no_to_a_place_is_a_no_to_everything_there():
    assert {one.element for one in meaning("Social media").refuses} == set(ELEMENTS)


@pytest.mark.parametrize("name", ["School trips", "No photos on social media"])
def test_of_a_name_about_something_else_or_the_other_way_round_nothing_is_guessed(name):
    assert meaning(name).refuses == ()


def test_what_a_mapping_writes_is_checked():
    assert str(covers_of(["photo@social:facebook"])[0]) == "photo@social:facebook"
    with pytest.raises(ValueError, match="names no element and place"):
        covers_of(["hologram@social"])
