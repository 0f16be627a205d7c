"""Whole names that are written as one word."""

import pytest

from gatepost.detectors import Person, Roster, detect_text
from tests.detectors.names.roll import ROLL, named

FOUND = {
    "OliverHartley won": "OliverHartley",
    "Well done OliverHartley!": "OliverHartley",
    "Thank you to @OliverHartley and all": "OliverHartley",
    "IMG_OliverHartley.jpg": "OliverHartley",
    "WellDoneOliverHartley": "OliverHartley",
    "OliverHartleyWins again": "OliverHartley",
    "AmeliaOBrien read it out": "AmeliaOBrien",
    "MateoVanDerBerg won": "MateoVanDerBerg",
    "GraceYoung rang the bell": "GraceYoung",
    "well done oliverhartley": "oliverhartley",
    "OLIVERHARTLEY": "OLIVERHARTLEY",
    "Oliverhartley": "Oliverhartley",
    "@olliehartley": "olliehartley",
    "harriethughes7": "harriethughes",
    "Oliver-Hartley won": "Oliver-Hartley",
    "oliver.hartley": "oliver.hartley",
    "https://school.example/news/oliver-hartley": "oliver-hartley",
    "well-done-oliver-hartley.jpg": "oliver-hartley",
    "mateo-van-der-berg": "mateo-van-der-berg",
    "Grace-Young rang the bell": "Grace-Young",
}
NEAR_MISSES = [
    "HartleyHouse won",
    "OliverTwist is our play",
    "OliverKhan is not on the roll",
    "oliverhartleyson",
    "theoliverhartley",
    "MrOliver",
    "Mr OliverHartley",
    "markreading is what teachers do",
    "mayparks and graceyoung",
    "Bethwood Road",
    "WhatsApp, YouTube and JustGiving",
    "JackFrost",
    "grace-young-people",
    "oliver-khan is not on the roll",
    "hartley.school.example",
    "Mr Oliver-Hartley",
]


@pytest.mark.parametrize(("text", "words"), FOUND.items())
def test_a_name_written_as_one_word_is_found_where_it_stands(text, words):
    assert named(text) == [("full", words)]


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_no_name_is_made_of_a_word_that_only_holds_one(text):
    assert [kind for kind, _ in named(text) if kind == "full"] == []


def test_what_stands_in_a_hashtag_is_found_once():
    for text in ("#OliverHartley", "#oliverhartley", "#our_OliverHartley"):
        assert [kind for kind, _ in named(text)] == ["full"]


@pytest.mark.parametrize(("first", "last", "word"), [
    ("Will", "Ing", "willing"), ("Rob", "Ins", "robins"), ("Peter", "Borough", "Peterborough"),
    ("Rose", "Wood", "rosewood"), ("Jack", "Son", "Jackson"), ("Carl", "Isle", "Carlisle"),
])  # fmt: skip
def test_an_everyday_word_that_two_names_make_is_none(first, last, word):
    roll = Roster([Person(upn="U1", legal_first=first, legal_last=last)])
    assert detect_text(f"We were {word} to go by train.", roster=roll, types=["pupil_full"]) == ()


def test_a_member_of_staff_written_as_one_word_is_another_person():
    assert [one.type for one in detect_text("DanielPatel leads it", roster=ROLL)] == ["other_person"]
