from datetime import UTC, datetime, timedelta

import pytest
from django.http import QueryDict

from gatepost.publishing.models import Picture, Post
from gatepost.web.forms.compose import PAST, WHEN, Search, search, sent

AT = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
LATER = AT + timedelta(days=7)


def read(query: str, **of_post):
    return sent(QueryDict(query), Post(**of_post), [], at=AT)


@pytest.mark.parametrize(
    ("query", "when"),
    [
        ("go_out_day=2026-11-27&go_out_time=16:00", datetime(2026, 11, 27, 16, tzinfo=UTC)),
        ("go_out_day=2026-11-27", datetime(2026, 11, 27, 9, tzinfo=UTC)),
        ("go_out_day=2027-06-01&go_out_time=16:00", datetime(2027, 6, 1, 15, tzinfo=UTC)),
        ("", None),
    ],
)
def test_a_day_and_a_time_are_of_this_country(query, when):
    assert read(query).written.go_out_at == when


@pytest.mark.parametrize(
    ("query", "why"),
    [
        ("go_out_time=16:00", WHEN),
        ("go_out_day=27/11/2026&go_out_time=16:00", WHEN),
        ("go_out_day=2026-11-27&go_out_time=25:00", WHEN),
        ("go_out_day=2026-11-19&go_out_time=16:00", PAST),
    ],
)
def test_a_time_that_cannot_be_taken_leaves_the_one_there_is(query, why):
    got = read(query, go_out_at=LATER)
    assert (got.written.go_out_at, got.problems) == (LATER, {"go_out_day": why})


def test_words_are_taken_as_they_are_but_for_what_no_database_holds():
    assert read("text=a%0D%0Ab%00c").written.text == "a\nbc"


def test_numbers_that_are_none_are_left_out():
    assert read("channels=1&channels=x&channels=9999999999999999999&edits=%C2%B2").written.channels == {1}


def test_what_the_page_did_not_ask_about_stays():
    assert read("text=a", said={"uses_org_name": True}).written.said == {"uses_org_name": True}


def test_an_answer_can_be_taken_back():
    assert read("said-post_type=", said={"post_type": "news"}).written.said == {}


def test_no_other_way_is_an_answer_until_there_is_one():
    assert read("no_other_way_there=1&no_other_way=1").written.said == {"other_channels": "none"}
    told = {"other_channels": "none"}
    assert read("no_other_way_there=1&no_other_way=1&other_ways=letter", said=told).written.said == {}
    assert read("no_other_way_there=1", said=told).written.said == {}


def test_nobody_is_said_to_be_in_a_picture_before_it_is_said():
    got = sent(QueryDict("p7-alt_text=+A+volcano+"), Post(), [Picture(pk=7)], at=AT)
    assert got.written.pictures == {7: {"alt_text": "A volcano"}}


def test_that_it_is_nobody_says_who_is_in_it():
    got = sent(QueryDict("p7-nobody=1"), Post(), [Picture(pk=7)], at=AT)
    assert got.written.pictures == {7: {"pupils": []}}


def test_a_search_is_by_class_and_the_beginning_of_a_name():
    assert search(QueryDict("p7-class=4JM&p7-find=+zof+"), 7) == Search(7, "4JM", "zof")
