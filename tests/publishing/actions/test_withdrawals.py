"""What follows from a family's no for what waits, what is ready and what is out."""

from datetime import timedelta

import pytest

from gatepost.audit.models import Event
from gatepost.consents.models import Pupil
from gatepost.duties.models import Duty
from gatepost.publishing.actions import takedowns
from gatepost.publishing.actions.withdrawals import REASON, record_answer
from gatepost.publishing.models import Delivery
from tests import cast
from tests.cast import AT, Cast, by_system

pytestmark = pytest.mark.django_db
LATER = {"by": by_system["by"], "at": AT + timedelta(hours=1)}


@pytest.fixture
def school() -> Cast:
    return cast.cast()


def refuse(pupil: Pupil, *, element: str = "photo") -> None:
    record_answer(pupil, element=element, tier="social", state="refused", given_by="parent", **LATER)


def asked(school: Cast) -> list[Duty]:
    return list(Duty.objects.of(school.school).filter(kind=takedowns.KIND))


def test_a_live_post_that_shows_them_is_asked_to_come_down_by_whoever_posted_it(school):
    delivery = cast.published(school, shown=(school.oliver,))
    refuse(school.oliver)
    assert [(task.about, task.owner) for task in asked(school)] == [(delivery.subject, school.amara.person)]


def test_the_record_says_neither_who_it_was_nor_why(school):
    cast.published(school, shown=(school.oliver,))
    refuse(school.oliver)
    event = Event.objects.get(kind="takedown.asked")
    assert (event.facts["reason"], "Oliver" in str(event.facts)) == (REASON, False)


def test_a_live_post_that_names_them_comes_down_when_the_name_may_not_stand(school):
    record_answer(school.oliver, element="name", tier="social", state="granted", given_by="parent", **by_system)
    cast.published(school, text="Well done, Oliver, for the volcano.")
    refuse(school.oliver, element="name")
    assert len(asked(school)) == 1


def test_a_live_post_without_them_stays(school):
    cast.published(school)
    refuse(school.oliver)
    assert asked(school) == []


def test_a_live_post_that_shows_somebody_else_stays(school):
    cast.published(school, shown=(school.oliver,))
    refuse(school.zofia)
    assert asked(school) == []


def test_a_yes_asks_for_nothing(school):
    cast.published(school, shown=(school.oliver,))
    record_answer(school.oliver, element="name", tier="social", state="granted", given_by="parent", **LATER)
    assert asked(school) == []


def test_what_was_asked_for_already_is_not_asked_for_again(school):
    cast.published(school, shown=(school.oliver,))
    refuse(school.oliver)
    refuse(school.oliver)
    assert (len(asked(school)), Event.objects.filter(kind="takedown.asked").count()) == (1, 1)


def test_what_is_down_already_is_left_alone(school):
    delivery = cast.published(school, shown=(school.oliver,))
    takedowns.done(delivery, seat=school.amara, proof="Gone.", at=AT)
    refuse(school.oliver)
    assert asked(school) == []


def test_what_is_ready_is_pulled_and_never_asked_to_come_down(school):
    delivery = cast.ready(school, shown=(school.oliver,))
    refuse(school.oliver)
    assert (Delivery.objects.of(school.school).get(pk=delivery.pk).status, asked(school)) == ("pulled", [])
