"""Reported accounts by the API: reported, listed, decided, done."""

import json

import pytest

from gatepost.channels.models import Sighting
from tests.cast import cast
from tests.web.visits import set_clock, visitor

pytestmark = pytest.mark.django_db
BODY = {"platform": "x", "name": "Brookfield Fans", "uses_name": True, "note": "Our badge."}


@pytest.fixture(autouse=True)
def _clock(monkeypatch):
    set_clock(monkeypatch)


@pytest.fixture
def people():
    return cast()


def call(seat, path, body):
    """What a route answers."""
    return visitor(seat).post(f"/api/brookfield/sightings{path}", json.dumps(body), content_type="application/json")


def test_a_report_is_listed_decided_and_done(people):
    pk = call(people.amara, "", BODY).json()["id"]
    assert [one["id"] for one in visitor(people.amara).get("/api/brookfield/sightings").json()] == [pk]
    told = {"decision": "impostor", "reason": "Nobody here knows it."}
    assert call(people.head, f"/{pk}/decide", told).json()["decision"] == "impostor"
    assert call(people.head, f"/{pk}/show", {"shown": True}).json()["shown"] is True
    assert call(people.head, f"/{pk}/done", {"proof": "Reported."}).status_code == 200
    assert call(people.head, f"/{pk}/done", {"proof": "Reported."}).status_code == 409


def test_what_was_refused_says_why_and_changes_nothing(people):
    pk = call(people.amara, "", BODY).json()["id"]
    assert "Choose one of the decisions" in call(people.head, f"/{pk}/decide", {"reason": "So."}).json()["why"]
    assert call(people.amara, f"/{pk}/decide", {"decision": "ours", "reason": "So."}).status_code == 403
    assert Sighting.objects.of(people.school).get().decision == ""
