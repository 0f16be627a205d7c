"""Who may be asked about a pupil, by the API."""

import pytest

from gatepost.consents.actions import contacts
from tests.api import calls
from tests.cast import by_system

pytestmark = pytest.mark.django_db


def call(who, method, path, body=None):
    """What a route about pupils answers: its status, and what it says."""
    return calls.call(who, f"pupils/{path}", body or {}, method=method)


def test_somebody_is_added_changed_and_ended(people):
    at = f"{people.zofia.pk}/contacts"
    _, made = call(people.head, "POST", at, {"name": "Ewa Nowak", "relationship": "Mother"})
    call(people.head, "PATCH", f"{at}/{made['id']}", {"parental_responsibility": True})
    call(people.head, "POST", f"{at}/{made['id']}/end")
    _, told = call(people.head, "GET", at)
    one = told[0]
    assert (one["name"], one["relationship"], one["parental_responsibility"]) == ("Ewa Nowak", "Mother", True)
    assert one["ended_on"] is not None


@pytest.mark.parametrize(("body", "says"), [
    ({"name": "Ewa Nowak", "email": "no address"}, "no e-mail address"),
    ({"name": "  "}, "Give a name."),
    ({"name": "Ruth Hartley"}, "asked about this pupil already"),
])  # fmt: skip
def test_what_cannot_be_kept_is_said_in_a_sentence(people, body, says):
    contacts.add(people.zofia, name="Ruth Hartley", **by_system)
    status, told = call(people.head, "POST", f"{people.zofia.pk}/contacts", body)
    assert (status, says in told["why"]) == (409, True)


def test_a_name_cannot_be_taken_away(people):
    one = contacts.add(people.zofia, name="Ruth Hartley", **by_system)
    status, _ = call(people.head, "PATCH", f"{people.zofia.pk}/contacts/{one.pk}", {"name": " "})
    one.refresh_from_db()
    assert (status, one.name) == (409, "Ruth Hartley")
