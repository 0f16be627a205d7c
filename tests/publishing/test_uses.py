"""Every use of a pupil stands in one list: live, scheduled, waiting and past, found by an index."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gatepost.publishing.actions import signoff, takedowns
from gatepost.publishing.actions.withdrawals import record_answer
from gatepost.publishing.models import Use
from gatepost.publishing.uses import uses_of, waiting_that_may_not
from tests import cast
from tests.cast import AT, Cast, by_system

pytestmark = pytest.mark.django_db


@pytest.fixture
def school() -> Cast:
    made = cast.cast()
    record_answer(made.oliver, element="name", tier="social", state="granted", given_by="parent", **by_system)
    return made


def stands(school: Cast) -> list[str]:
    return [one.stands for one in uses_of(school.school, school.oliver)]


def test_a_version_is_written_down_when_it_is_frozen_and_not_before(school):
    post = cast.draft(school, shown=(school.oliver,))
    before = Use.objects.of(school.school).count()
    signoff.send(post, seat=school.amara, at=AT)
    assert (before, [use.how for use in Use.objects.of(school.school)]) == (0, ["picture"])


def test_what_is_live_comes_first_then_scheduled_then_waiting(school):
    cast.waiting(school, shown=(school.oliver,))
    cast.ready(school, text="Oliver built a volcano.")
    cast.published(school, shown=(school.oliver,))
    assert stands(school) == ["live", "scheduled", "waiting"]


def test_what_was_taken_down_or_sent_back_stays_on_the_list(school):
    takedowns.done(cast.published(school, shown=(school.oliver,)), seat=school.amara, proof="Gone.", at=AT)
    back = cast.waiting(school, text="Oliver built a volcano.")
    signoff.send_back(back, seat=school.ben, reason="Say when.", at=AT)
    assert stands(school) == ["down", "stopped"]


def test_another_pupil_and_another_school_have_nothing_of_it(school):
    cast.published(school, shown=(school.oliver,))
    assert (uses_of(school.school, school.zofia), uses_of(school.other, school.oliver)) == ([], [])


def test_the_list_costs_the_same_whatever_its_length(school):
    cast.published(school, shown=(school.oliver,))
    with CaptureQueriesContext(
        connection,
    ) as one:
        uses_of(school.school, school.oliver)
    for _ in range(3):
        cast.published(school, shown=(school.oliver,))
    with CaptureQueriesContext(connection) as four:
        uses_of(school.school, school.oliver)
    assert len(one) == len(four) <= 3


def test_what_waits_is_marked_while_somebody_in_it_cannot_be_shown(school):
    waiting = cast.waiting(school, shown=(school.oliver,))
    channels = {school.channel.pk: school.channel}
    before = waiting_that_may_not(school.school, [waiting], channels=channels, at=AT)
    record_answer(school.oliver, element="photo", tier="social", state="refused", given_by="parent", **by_system)
    after = waiting_that_may_not(school.school, [waiting], channels=channels, at=AT)
    assert (before, after) == (frozenset(), {waiting.pk})
