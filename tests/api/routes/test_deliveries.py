import json

import pytest

from gatepost.publishing.actions import handover
from tests.cast import AT, ready
from tests.web.visits import set_clock, visitor

pytestmark = pytest.mark.django_db
UP = "https://facebook.example/posts/7"


@pytest.fixture(autouse=True)
def _now(monkeypatch):
    set_clock(monkeypatch)


def stray(seat, delivery, address):
    body = json.dumps({"address": address})
    where = f"/api/brookfield/deliveries/{delivery.pk}/stray"
    return visitor(seat).post(where, body, content_type="application/json")


@pytest.mark.parametrize(
    ("who", "address", "answered", "stands"),
    [("amara", UP, 200, "stray"), ("carys", UP, 200, "stray"), ("amara", "on Facebook", 409, "pulled"),
     ("dev", UP, 404, "pulled")],
)  # fmt: skip
def test_what_was_stopped_and_is_up_is_said_to_be_by_api(people, who, address, answered, stands):
    delivery = ready(people)
    handover.pull(delivery, seat=people.amara, reason="The date changed.", at=AT)
    assert stray(getattr(people, who), delivery, address).status_code == answered
    delivery.refresh_from_db()
    assert delivery.status == stands
