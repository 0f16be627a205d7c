"""A number in a form or an address that no row could have is answered kindly at every door that reads one."""

import pytest

from gatepost.web.numbers import number
from tests.cast import Cast, cast, draft
from tests.publishing.looking_back import begun
from tests.web.visits import get, post, set_clock

FAR = ["9" * 25, "9" * 5000, "²", "-1", "0x1f", "1.0", ""]
"""More than a database takes, more than Python reads, and what only looks like a number."""


@pytest.mark.parametrize("text", FAR)
def test_what_no_row_could_have_is_no_number(text):
    assert number(text) is None


@pytest.mark.parametrize(("text", "found"), [("0", 0), ("7", 7), ("007", 7), ("9" * 12, 999_999_999_999)])
def test_a_number_is_a_number(text, found):
    assert number(text) == found


@pytest.fixture
def people(monkeypatch) -> Cast:
    set_clock(monkeypatch)
    made = cast()
    begun(made)
    return made


def doors(people: Cast, text: str) -> dict[str, int]:
    """The status that each door that reads a number answers to a text."""
    here, pupil = draft(people), people.oliver.pk
    return {
        "a link to end": post(people.head, f"pupils/{pupil}/family/end/", link=text).status_code,
        "the earlier post before": get(people.head, "earlier-posts/next/", after=text, done="1").status_code,
        "an account of the archive": post(people.head, "archive/", channel=text).status_code,
        "a role to end": post(people.head, f"people/{people.ben.person.pk}/end/", held=text).status_code,
        "accounts in an incident": post(people.head, "incident/declare/", words="", channels=text).status_code,
        "a box to open": post(people.amara, f"posts/{here.pk}/pictures/box/", box=f"{text}-f1").status_code,
    }


@pytest.mark.django_db
@pytest.mark.parametrize("text", FAR[:3])
def test_every_door_answers(people, text):
    found = doors(people, text)
    assert {door: status for door, status in found.items() if status >= 500} == {}
    assert found["a role to end"] == 422


@pytest.mark.django_db
@pytest.mark.parametrize("text", FAR[:2])
def test_a_page_of_what_no_row_could_be_is_not_found(people, text):
    school = ("pupils/{}/", "pupils/{}/answer/", "pupils/{}/family/", "posts/{}/", "versions/{}/", "deliveries/{}/")
    assert {where: get(people.head, where.format(text)).status_code for where in school} == dict.fromkeys(school, 404)
