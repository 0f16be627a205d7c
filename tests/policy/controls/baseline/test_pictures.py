"""Who has agreed, and what a picture may show."""

import pytest

from gatepost.policy import parse_situation
from gatepost.policy.controls.baseline.pictures import agreed, may_show_ours

PICTURES = {
    "a photo": ({"type": "photo"}, True),
    "something": ({}, True),
    "a logo": ({"type": "logo"}, False),
    "a bought photo": ({"type": "photo", "source": "stock"}, False),
    "the school's photo": ({"type": "photo", "source": "school"}, True),
    "a photo of nobody": ({"type": "photo", "face_shown": "no_people"}, False),
    "a blurred photo": ({"type": "photo", "face_shown": "blurred"}, True),
}


def facts(**given):
    return parse_situation({"kind": "post", "facts": given}).facts


@pytest.mark.parametrize(("picture", "expected"), PICTURES.values(), ids=PICTURES)
def test_a_picture_may_show_our_people_until_something_says_not(picture, expected):
    assert may_show_ours(facts(media=[picture]).items("media")[0]) is expected


AGREED = {
    "two": ({"approved_by": ["headteacher", "dsl"]}, True),
    "three": ({"approved_by": ["headteacher", "dsl", "dpo"]}, True),
    "one": ({"approved_by": ["headteacher"]}, False),
    "nobody was asked": ({}, False),
    "nobody agreed": ({"approved_by": None}, False),
    "two, of whom one wrote it": ({"approved_by": ["headteacher", "dsl"], "author": {"role": "dsl"}}, False),
}


@pytest.mark.parametrize(("given", "expected"), AGREED.values(), ids=AGREED)
def test_the_author_does_not_count_among_those_who_agree(given, expected):
    assert agreed(facts(**given), approvers=2) is expected
