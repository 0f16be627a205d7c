import json

import pytest

from gatepost.publishing.models import Incident
from tests.cast import Cast
from tests.web.visits import set_clock, visitor

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _now(monkeypatch):
    set_clock(monkeypatch)


def declare(found: Cast, **changed: object):
    """Declare an incident in which the head speaks on Facebook, by the API."""
    body = {"reason": "A flood.", "channels": [found.channel.pk], "people": [found.head.person.pk], **changed}
    return visitor(found.head).post("/api/brookfield/incident", json.dumps(body), content_type="application/json")


def test_an_incident_is_declared_with_who_speaks_where(people):
    assert declare(people).status_code == 200
    incident = Incident.objects.get()
    assert (list(incident.people.all()), list(incident.channels.all())) == ([people.head.person], [people.channel])


@pytest.mark.parametrize(
    ("left_out", "why"),
    [
        ({"channels": []}, "Choose which accounts may speak."),
        ({"people": []}, "Choose who may post on them."),
        ({"channels": [999_999]}, "Choose which accounts may speak."),
    ],
)
def test_one_in_which_nobody_or_no_account_speaks_is_refused_in_the_words_of_the_page(people, left_out, why):
    answer = declare(people, **left_out)
    assert (answer.status_code, why in answer.content.decode(), Incident.objects.exists()) == (409, True, False)
