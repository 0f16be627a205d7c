"""The browsers in which people are signed in."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from gatepost.web.browsers import browser_name, signed_in
from tests.cast import PASSWORD, cast

_MOZILLA = "Mozilla/5.0 ({}) AppleWebKit/537.36 (KHTML, like Gecko) "
NAMES = {
    _MOZILLA.format("Windows NT 10.0; Win64; x64") + "Chrome/140.0 Safari/537.36 Edg/140.0": "Edge on Windows",
    _MOZILLA.format("Windows NT 10.0; Win64; x64") + "Chrome/140.0 Safari/537.36": "Chrome on Windows",
    _MOZILLA.format("X11; CrOS x86_64 14541.0.0") + "Chrome/140.0 Safari/537.36": "Chrome on a Chromebook",
    _MOZILLA.format("Linux; Android 15") + "Chrome/140.0 Mobile Safari/537.36": "Chrome on an Android phone or tablet",
    _MOZILLA.format("iPhone; CPU iPhone OS 18_0 like Mac OS X") + "Version/18.0 Safari/604.1": "Safari on an iPhone",
    _MOZILLA.format("Macintosh; Intel Mac OS X 10_15_7") + "Version/18.0 Safari/605.1.15": "Safari on a Mac",
    "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0": "Firefox on Windows",
    "curl/8.0": "Another browser",
}  # fmt: skip


@pytest.mark.parametrize(("user_agent", "name"), NAMES.items(), ids=NAMES.values())
def test_a_browser_is_called_what_people_call_it(user_agent, name):
    assert browser_name(user_agent) == name


@pytest.fixture
def amara():
    """Amara, signed in twice."""
    person = cast().amara.person
    for _ in range(2):
        Client().post("/account/login/", {"login": person.email, "password": PASSWORD})
    return person


@pytest.mark.django_db
def test_every_browser_is_listed_the_latest_first(amara):
    begun = [one.created_at for one in signed_in(amara, at=timezone.now())]
    assert len(begun) == 2
    assert begun == sorted(begun, reverse=True)


@pytest.mark.django_db
def test_a_session_that_ran_out_is_none(amara):
    assert signed_in(amara, at=timezone.now() + timedelta(days=60)) == []


@pytest.mark.django_db
def test_a_session_of_an_older_password_is_none(amara):
    amara.set_password("umbrella harbour seven lanterns")
    assert signed_in(amara, at=timezone.now()) == []


@pytest.mark.django_db
def test_it_takes_two_queries_however_many_browsers(amara, django_assert_num_queries):
    with django_assert_num_queries(2):
        signed_in(amara, at=timezone.now())
