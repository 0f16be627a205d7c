"""Who answers about one pupil, and when they leave, on the page of the pupil."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from gatepost.consents.models import Pupil
from gatepost.duties.models import Duty
from gatepost.publishing.actions import takedowns
from gatepost.publishing.models import Delivery
from gatepost.schools.queries import seat
from tests import cast
from tests.cast import AT

pytestmark = pytest.mark.django_db
WHY = "The mother may not be asked."


@pytest.fixture
def people():
    """The cast."""
    return cast.cast()


def member(people, role):
    return seat(cast.add_person(people.school, "Opal Reed", role), people.school, at=AT)


def send(client, who, name, pupil, /, **said):
    client.force_login(who.person)
    kwargs = {"school": "brookfield", "pupil": pupil.pk}
    return client.post(reverse(name, kwargs=kwargs), said, follow=True)


def read(client, who, pupil):
    client.force_login(who.person)
    return client.get(reverse("pupil_answers", kwargs={"school": "brookfield", "pupil": pupil.pk})).content.decode()


def in_days(number):
    return (timezone.localdate() + timedelta(days=number)).isoformat()


def status(people, delivery):
    return Delivery.objects.of(people.school).get(pk=delivery.pk).status


def test_the_dpo_decides_who_answers_and_what_rested_on_another_stops(client, people):
    waits = cast.ready(people, shown=(people.oliver,))
    send(client, member(people, "dpo"), "pupil_answerer", people.oliver, who="pupil", reason=WHY)
    assert status(people, waits) == "pulled"


@pytest.mark.parametrize(("role", "reads"), [("dsl", True), ("dpo", True), ("headteacher", False), ("office", False)])
def test_why_is_for_the_dsl_and_the_dpo(client, people, role, reads):
    send(client, people.carys, "pupil_answerer", people.oliver, who="both", reason=WHY)
    page = read(client, member(people, role), people.oliver)
    assert (WHY in page, "decided for Oliver alone" in page) == (reads, reads)


def test_without_a_reason_the_form_comes_back(client, people):
    found = send(client, people.carys, "pupil_answerer", people.oliver, who="both", reason=" ")
    assert (found.status_code, "Write why, in a few words." in found.content.decode()) == (422, True)


def test_a_pupil_who_has_left_is_stopped_and_taken_down_at_once(client, people):
    live, waits = (made(people, shown=(people.oliver,)) for made in (cast.published, cast.ready))
    page = send(client, member(people, "office"), "pupil_leave", people.oliver, on=in_days(-1)).content.decode()
    asked = [task.about for task in Duty.objects.of(people.school).filter(kind=takedowns.KIND)]
    assert (status(people, waits), asked, "Oliver has left." in page) == ("pulled", [live.subject], True)


def test_a_pupil_who_leaves_later_is_shown_until_then(client, people):
    waits = cast.ready(people, shown=(people.oliver,))
    page = send(client, member(people, "office"), "pupil_leave", people.oliver, on=in_days(30)).content.decode()
    assert (status(people, waits), "Oliver leaves." in page) == ("ready", True)


def test_a_pupil_who_stays_after_all_is_on_the_roll(client, people):
    office = member(people, "office")
    send(client, office, "pupil_leave", people.oliver, on=in_days(-1))
    send(client, office, "pupil_stay", people.oliver)
    assert Pupil.objects.of(people.school).get(pk=people.oliver.pk).left_on is None


@pytest.mark.parametrize(("on", "says"), [
    ("", "Write the last day"), ("tomorrow", "Write the last day"), ("0202-07-17", "Look at the year"),
    (date(2199, 7, 17).isoformat(), "Look at the year"),
])  # fmt: skip
def test_a_day_that_is_none_is_asked_for_again(client, people, on, says):
    found = send(client, member(people, "office"), "pupil_leave", people.oliver, on=on)
    kept = Pupil.objects.of(people.school).get(pk=people.oliver.pk).left_on
    assert (found.status_code, says in found.content.decode(), kept) == (422, True, None)
