import json
from io import BytesIO
from typing import Any

import pytest
from django.test import override_settings

from gatepost.publishing.models import Post
from tests.cast import TEXT, Cast, cast, draft
from tests.web.visits import seen, visitor

pytestmark = pytest.mark.django_db
MB = 1024 * 1024


class Unread(BytesIO):
    """A body that nobody reads."""

    def read(self, *_: Any) -> bytes:
        raise AssertionError("the body was read")


@pytest.fixture
def people() -> Cast:
    return cast()


def length(people: Cast, path: str, size: int) -> Any:
    """What an address answers to a form that says that it is so long."""
    told = {"CONTENT_LENGTH": str(size), "wsgi.input": Unread(), "CONTENT_TYPE": "multipart/form-data; boundary=x"}
    return visitor(people.amara).post(path, **told)


def test_more_than_is_taken_is_refused_unread_and_the_draft_keeps_its_words(people):
    it = draft(people)
    answer = length(people, f"/brookfield/posts/{it.pk}/pictures/", 101 * MB)
    assert (answer.status_code, "up to 100 MB is taken" in seen(answer)) == (413, True)
    assert Post.objects.of(people.school).get(pk=it.pk).text == TEXT


def test_the_api_says_how_much_it_takes(people):
    answer = length(people, f"/api/brookfield/posts/{draft(people).pk}/pictures", 32 * MB)
    assert (answer.status_code, "up to 31 MB is taken" in json.loads(answer.content)["why"]) == (413, True)


@pytest.mark.parametrize(("size", "refused"), [(1000, False), (1001, True)])
def test_as_much_as_is_taken_is_taken(people, size, refused):
    path = f"/brookfield/posts/{draft(people).pk}/"
    with override_settings(REQUEST_MAX_BYTES=1000):
        words = "a" * (size - len("edits=0&text="))
        answer = visitor(people.amara).post(path, f"edits=0&text={words}", "application/x-www-form-urlencoded")
    assert (answer.status_code == 413) == refused


def test_a_length_that_no_number_holds_is_refused(people):
    told = {"CONTENT_LENGTH": "9" * 5000, "wsgi.input": Unread()}
    assert visitor(people.amara).post(f"/brookfield/posts/{draft(people).pk}/", **told).status_code == 413


def test_somebody_who_is_not_signed_in_is_refused_as_well(client):
    answer = client.post("/account/login/", CONTENT_LENGTH=str(101 * MB), **{"wsgi.input": Unread()})
    assert answer.status_code == 413
