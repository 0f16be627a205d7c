"""Wishes for new accounts by the API."""

import json

import pytest

from gatepost.channels.models import Asking, Channel
from tests.cast import cast
from tests.web.visits import set_clock, visitor

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _clock(monkeypatch):
    set_clock(monkeypatch)


def call(seat, path, body):
    """What a route answers."""
    return visitor(seat).post(f"/api/brookfield/wishes{path}", json.dumps(body), content_type="application/json")


def body(people, **more):
    """What Amara asks for."""
    return {"platform": "facebook", "name": "Brookfield Trips", "purpose": "News of trips.", "risks": "Comments.",
            "first_admin": people.amara.person.pk, "second_admin": people.ben.person.pk, **more}  # fmt: skip


def test_a_wish_is_answered_by_whoever_the_policy_names_and_stands_on_the_register_then():
    people = cast(policy="everyone-matters")
    told = call(people.amara, "", body(people)).json()
    assert (told["kind"], told["route"], told["answer"]) == ("account", "principal|headteacher|ceo", "")
    assert call(people.ben, f"/{told['id']}/answer", {"yes": True, "reason": "Yes."}).status_code == 403
    answered = call(people.head, f"/{told['id']}/answer", {"yes": True, "reason": "Yes."}).json()
    assert Channel.objects.of(people.school).get(pk=answered["account"]).name == "Brookfield Trips"


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"platform": "orkut"}, "from the lists"),
        ({"kind": "associated"}, "an account or a messaging group"),
        ({"first_admin": 0}, "have to work at the school"),
        ({"name": "Oliver Hartley"}, "bears nobody’s name"),
        ({"risks": " "}, "what could go wrong"),
        ({"purpose": "The password is Tr0ub4dor&3."}, "Nothing of it was kept"),
    ],
)
def test_what_is_refused_says_why_and_nothing_is_kept(more, why):
    people = cast(policy="everyone-matters")
    answer = call(people.amara, "", body(people, **more))
    assert answer.status_code == 409
    assert why in answer.json()["why"]
    assert not Asking.objects.of(people.school).exists()


def test_what_the_policy_does_not_allow_is_refused_with_its_clause():
    people = cast(policy="north-star")
    assert "4.p2" in call(people.amara, "", body(people)).json()["why"]


def test_somebody_of_another_school_sees_none_of_it():
    people = cast(policy="everyone-matters")
    call(people.amara, "", body(people))
    assert len(visitor(people.ben).get("/api/brookfield/wishes").json()) == 1
    assert visitor(people.dev).get("/api/brookfield/wishes").status_code == 404
