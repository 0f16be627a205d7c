"""Earlier posts by the API."""

import pytest

from gatepost.publishing.models import PastPost
from tests.api import calls
from tests.publishing.looking_back import begun, link, one
from tests.web.visits import set_clock

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _now(monkeypatch):
    set_clock(monkeypatch)


def call(seat, path: str = "", **body):
    """What a route answers: looked at, or sent this."""
    return calls.call(seat, f"earlier-posts{path}", body if path or body else None)


def test_posts_are_added_and_what_is_not_fit_is_told(people):
    begun(people)
    posts = [{"link": link(1), "posted_on": "2024-03-01", "text": "Sports\u0000 day."}, {"link": "data:,x"},
             {"link": link(2), "posted_on": "2031-01-01"}]  # fmt: skip
    status, told = call(people.head, posts=posts)
    assert (status, told["added"], [one["number"] for one in told["not_added"]]) == (200, 1, [2, 3])
    assert PastPost.objects.of(people.school).get().text == "Sports day."


def test_how_far_it_has_come_is_told_with_what_speaks_against_each(people):
    one(people, "Well done, Zofia Nowak.")
    _, told = call(people.head)
    assert (told["total"], told["percent"], told["to_look_at"]) == (1, 0, 1)
    assert told["left"][0]["found"] == ["Somebody in it can’t be shown", "Nobody has said who is in it"]


def test_a_post_is_decided_about_taken_back_and_gone(people):
    row = one(people, "Sports day.")
    assert call(people.head, f"/{row.pk}/decide", decision="keep", shows="no_picture")[1]["state"] == "keep"
    assert call(people.head, f"/{row.pk}/undo")[1]["state"] == "to_do"
    assert call(people.head, f"/{row.pk}/decide", decision="remove")[1]["state"] == "remove"
    assert call(people.head, f"/{row.pk}/gone", proof="The page is missing.")[1]["state"] == "removed"


def test_what_the_page_refuses_the_api_refuses_in_the_same_words(people):
    row = one(people, "Well done, Zofia Nowak.")
    status, told = call(people.head, f"/{row.pk}/decide", decision="keep", shows="no_picture")
    assert (status, "Write why it can stay" in told["why"]) == (409, True)


def test_without_a_look_through_there_is_nothing_to_add_to(people):
    status, told = call(people.head, posts=[{"link": link(1)}])
    assert (status, "Begin one" in told["why"]) == (409, True)


def test_whoever_may_not_look_back_is_refused_and_dev_finds_nothing(people):
    row = one(people)
    assert [call(seat)[0] for seat in (people.amara, people.carys, people.dev)] == [403, 403, 404]
    assert call(people.dev, f"/{row.pk}/decide", decision="remove")[0] == 404
