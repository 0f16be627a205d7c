"""What follows from a family's no for what waits, what is ready and what is out."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gatepost.audit.actor import Actor
from gatepost.audit.models import Event
from gatepost.consents.actions import answers
from gatepost.consents.models import Pupil
from gatepost.duties.models import Duty
from gatepost.publishing.actions import takedowns
from gatepost.publishing.actions.withdrawals import REASON, Followed, leave, recheck, record_answer, set_flag
from gatepost.publishing.models import Delivery
from gatepost.schools.actions import people
from gatepost.schools.models import HeldRole
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


def test_many_pupils_are_looked_at_in_one_pass(school):
    record_answer(school.zofia, element="photo", tier="social", state="granted", given_by="parent", **by_system)
    live = cast.published(school, shown=(school.oliver, school.zofia))
    ready = cast.ready(school, shown=(school.zofia,))
    for pupil in (school.oliver, school.zofia):
        answers.record(pupil, element="photo", tier="social", state="refused", given_by="parent", **LATER)
    followed = recheck(school.school, pupils=[school.oliver.pk, school.zofia.pk], at=LATER["at"])
    assert (followed, [task.about for task in asked(school)]) == (Followed(stopped=1, asked=1), [live.subject])
    assert Delivery.objects.of(school.school).get(pk=ready.pk).status == "pulled"


def test_a_thousand_pupils_cost_no_more_queries_than_one(school):
    cast.published(school, shown=(school.oliver,))
    with CaptureQueriesContext(connection) as one:
        recheck(school.school, pupils=[school.oliver.pk], at=LATER["at"])
    with CaptureQueriesContext(connection) as many:
        recheck(school.school, pupils=range(school.oliver.pk, school.oliver.pk + 1_000), at=LATER["at"])
    assert len(many) == len(one)


def test_a_description_that_names_them_comes_down_with_the_name(school):
    for element in ("name", "photo"):
        record_answer(school.oliver, element=element, tier="social", state="granted", given_by="parent", **by_system)
    cast.published(school, shown=(school.oliver,), alt_text="Oliver with a model of a volcano")
    refuse(school.oliver, element="name")
    assert len(asked(school)) == 1


def test_a_quotation_comes_down_when_the_quotation_may_not_stand_and_not_for_a_no_to_something_else(school):
    record_answer(school.oliver, element="name", tier="social", state="granted", given_by="parent", **by_system)
    record_answer(school.oliver, element="quote", tier="social", state="granted", given_by="parent", **by_system)
    cast.published(school, text="Oliver said: “It was the best day of the year.”")
    refuse(school.oliver, element="photo")
    before = len(asked(school))
    refuse(school.oliver, element="quote")
    assert (before, len(asked(school))) == (0, 1)


SETS_OFF = {
    "a family’s no": lambda school: record_answer(
        school.oliver, element="photo", tier="social", state="refused", given_by="parent", at=LATER["at"],
        by=Actor("link", "1", "A parent or carer, by their link"),
    ),
    "the DSL": lambda school: set_flag(school.oliver, reason="Not to be found.", seat=school.carys, at=LATER["at"]),
    "the office": lambda school: leave(school.oliver, on=AT.date() - timedelta(days=1), by=school.head.actor,
                                       at=LATER["at"]),
}  # fmt: skip


@pytest.mark.parametrize("set_off", SETS_OFF.values(), ids=SETS_OFF)
def test_whoever_set_it_off_is_not_to_be_read_in_what_followed_for_posts(school, set_off):
    cast.published(school, shown=(school.oliver,))
    cast.ready(school, shown=(school.oliver,), text="Another one.")
    before = Event.objects.latest("pk").pk
    set_off(school)
    about_posts = Event.objects.filter(subject__startswith="post:", pk__gt=before)
    assert {(row.actor_kind, row.actor_name) for row in about_posts} == {("system", "Gatepost")}


def test_whoever_posted_it_and_has_left_is_not_asked_but_the_head(school):
    cast.published(school, shown=(school.oliver,))
    for held in HeldRole.objects.filter(person=school.amara.person, until__isnull=True):
        people.end_role(held, **by_system)
    refuse(school.oliver)
    assert [task.owner for task in asked(school)] == [school.head.person]
