import json

import pytest
from django.test import Client

from tests.web.visits import visitor

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/api/nothing", "/api/brookfield/nothing", "/api/brookfield/posts/999999"])
def test_where_nothing_is_the_api_says_so_in_its_own_form(people, address):
    answer = visitor(people.amara).get(address)
    assert (answer.status_code, json.loads(answer.content)) == (404, {"why": "There is nothing here."})


def test_whoever_is_not_signed_in_learns_nothing_by_it():
    answer = Client().get("/api/nothing")
    assert (answer.status_code, b"<html" in answer.content) == (404, False)
