"""Wishes for a login on their pages and by the API."""

import json

import pytest

from gatepost.channels.models import LoginAsking
from gatepost.schools.queries import seat
from tests.cast import AT, add_person, cast
from tests.web.visits import by_everybody, get, post, seen, set_clock, visitor

pytestmark = pytest.mark.django_db
PAGE = "accounts/logins/"


@pytest.fixture(autouse=True)
def _clock(monkeypatch):
    set_clock(monkeypatch)


def line_manager(people):
    return seat(add_person(people.school, "Lena Mossop", "line_manager"), people.school, at=AT)


def test_it_is_asked_answered_in_writing_and_read_by_whoever_asked():
    people = cast(policy="everyone-matters")
    manager = line_manager(people)
    assert post(people.carys, f"{PAGE}add/", account=people.channel.pk, purpose="Trip.").status_code == 302
    page = f"{PAGE}{LoginAsking.objects.of(people.school).get().pk}/"
    assert "You asked, so somebody else answers" in seen(get(people.carys, page))
    assert "Your answer in writing" in seen(get(manager, page))
    assert post(manager, f"{page}answer/", answer="yes", reason=" ").status_code == 422
    assert post(manager, f"{page}answer/", answer="yes", reason="While you are away.").status_code == 302
    assert "While you are away." in seen(get(people.carys, page))


@pytest.mark.parametrize(
    ("policy", "account", "purpose", "why"),
    [("southport", True, "Trip.", "nothing to send"), ("everyone-matters", False, "Trip.", "Choose the account."),
     ("everyone-matters", True, "", "what you need the login for")],
)  # fmt: skip
def test_what_cannot_be_sent_says_why_and_loses_nothing(policy, account, purpose, why):
    people = cast(policy=policy)
    answer = post(people.carys, f"{PAGE}add/", account=people.channel.pk if account else "", purpose=purpose)
    assert answer.status_code == 422
    assert why in seen(answer)
    assert purpose in seen(answer)


def test_all_who_work_at_the_school_see_the_wishes_and_nobody_else():
    assert by_everybody(cast(), PAGE) == {"amara": 200, "ben": 200, "carys": 200, "head": 200, "dev": 404}


def test_the_api_does_the_same():
    people = cast(policy="everyone-matters")
    manager, told = line_manager(people), call(people.carys, "", {"account": people.channel.pk, "purpose": "Trip."})
    assert (told["route"], told["answer"]) == ("line_manager", "")
    assert "holds" not in call(manager, f"/{told['id']}/answer", {"yes": True, "reason": "Yes."})
    assert visitor(people.ben).get("/api/brookfield/logins").json()[0]["answered_by"] == manager.person.pk
    assert "by its id" in call(people.carys, "", {"account": 0, "purpose": "Trip."})["why"]


def call(who, path, body):
    """What a route answers."""
    return visitor(who).post(f"/api/brookfield/logins{path}", json.dumps(body), content_type="application/json").json()
