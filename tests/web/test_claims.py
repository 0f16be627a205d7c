import pytest

from gatepost.publishing.content import content_of
from gatepost.web.claims import claims
from tests.cast import cast, draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def content():
    """A draft with a picture, as it is sent."""
    people = cast()
    return content_of(draft(people, shown=(people.oliver,)))


def said(content, **more):
    """What is read of it, with this changed."""
    return {one.asked: one.answer for one in claims(content | more)}


def test_an_answer_stands_below_its_question_in_words(content):
    read = said(content, said={"objective": "celebrate_success", "uncertain": False, "topic": "Science"})
    assert read["The person is not sure whether it is fitting?"] == "No"
    assert ("celebrate" in read["What is this post for?"].lower(), "Science" in read.values()) == (True, True)


def test_a_planned_time_is_told_as_people_tell_it(content):
    assert said(content)["When should it go out?"] == "As soon as it is signed off"
    planned = said(content, go_out_at="2031-11-27T16:12:00+00:00")["When should it go out?"]
    assert planned == "Thursday 27 November 2031 at 4.12pm"


def test_other_ways_are_named_and_so_is_that_there_is_none(content):
    assert said(content)["How else will people hear of it?"] == "Newsletter"
    assert (
        said(content, other_ways=[], said={"other_channels": "none"})["How else will people hear of it?"]
        == "No other way"
    )


def test_what_the_author_says_of_a_picture_is_told(content):
    read = said(content)
    assert read["How does the picture show the people in it?"] == "From behind or far off"
    assert read["What was the picture taken with?"] == "A school device"
