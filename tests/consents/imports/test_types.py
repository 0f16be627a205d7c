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


NEGATED = [
    "Cannot use photo on social media", "Can’t use photo on social media", "Can't use photo on social media",
    "Cant appear in photos on website", "Won’t have photos on website", "Do not photograph for website",
    "Exclude from website photographs", "Prohibit photographs on social media",
    "Photographs on social media forbidden", "Ban photographs on website", "Photo restriction: website",
    "Photos on website - restricted", "Photographs on social media (tick if you disagree)",
    "Photos on website withdrawn", "Hide photos on website", "Remove from website photos",
    "Photos on social media: nobody", "Stop photos on social media", "Photographs on website prohibited",
    "Photos on website - veto", "Photo exclusion - website", "Unhappy for photos on website",
    "Refrain from photos on website", "Photos on website disallowed", "Keep out of website photos",
    "Opt out: website photos", "Photos on website, objection", "Photos on website unless asked",
]  # fmt: skip
DOUBTFUL = [
    "Shun photos on website", "Photographs on website: exeat", "Photos on website (tick if you mind)",
    "❌ Photos on website", "Photos on website ≠", "Nо photos on website", "Sans photos on website",
    "Group photos on website", "Photos on website, blurred", "~Photos on website~",
]  # fmt: skip
PLAIN = [
    "I give permission for my child’s photograph to be used on the school’s website", "Photo on website (Yes/No)",
    "Photos on website? (Y/N)", "Consent to publish pupil images on social media platforms, including Facebook",
    "1. Photographs may be shown in the local press", "Use of first name and photo in the newsletter",
]  # fmt: skip


@pytest.mark.parametrize("name", NEGATED)
def test_a_name_that_says_no_in_any_words_is_seen_to(name):
    assert (meaning(name).negated, meaning(name).sure) == (True, False)


@pytest.mark.parametrize("name", DOUBTFUL)
def test_a_name_with_a_word_or_a_mark_that_is_not_known_is_in_doubt(name):
    assert (meaning(name).doubtful, meaning(name).sure) == (True, False)


@pytest.mark.parametrize("name", PLAIN)
def test_a_name_in_the_plain_words_of_permissions_is_sure(name):
    assert meaning(name).sure


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
