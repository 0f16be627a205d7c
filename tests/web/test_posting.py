import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from gatepost.web.posting import PER_PAGE, paged, post_only

ask = RequestFactory()


def test_what_is_posted_reaches_the_view():
    view = post_only("signoff")(lambda request, **kwargs: HttpResponse("done"))
    assert view(ask.post("/"), school="brookfield", version=3).content == b"done"


def test_whoever_comes_by_a_link_is_sent_to_the_page():
    view = post_only("signoff")(lambda request, **kwargs: HttpResponse("done"))
    assert view(ask.get("/"), school="brookfield", version=3)["Location"] == "/brookfield/sign-off/3/"


@pytest.mark.parametrize(("wanted", "number"), [("2", 2), ("99", 3), ("nonsense", 1), ("", 1)])
def test_a_page_that_is_not_there_is_the_nearest_one(wanted, number):
    rows = list(range(PER_PAGE * 2 + 1))
    assert paged(rows, ask.get("/", {"page": wanted})).number == number
