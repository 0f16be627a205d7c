"""The cast of the tests can do, under each of the five policies, what the tests ask of it."""

import pytest

from gatepost import library
from tests.cast import cast, published


@pytest.mark.django_db
@pytest.mark.parametrize("policy", library.IDS)
def test_a_post_of_words_goes_from_draft_to_live(policy):
    assert published(cast(policy=policy)).status == "published"


@pytest.mark.django_db
@pytest.mark.parametrize("policy", library.IDS)
def test_a_post_with_a_picture_goes_from_draft_to_live(policy):
    people = cast(policy=policy)
    assert published(people, shown=(people.oliver,)).status == "published"
