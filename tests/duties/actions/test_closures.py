"""A school's calendar moves its clocks."""

from datetime import date

import pytest

from gatepost.audit.models import Event
from gatepost.duties.actions import closures
from gatepost.duties.queries import calendar
from gatepost.publishing.actions import takedowns
from gatepost.schools.errors import NotAllowed, UnableTo
from tests import cast
from tests.cast import AT, Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def school() -> Cast:
    return cast.cast()


def close(school: Cast, first: date = date(2026, 11, 23), last: date = date(2026, 11, 24), **given) -> object:
    return closures.add("INSET days", first_day=first, last_day=last, **{"seat": school.head, "at": AT} | given)


def test_a_closure_moves_the_clock_of_what_is_asked_for_before_it(school):
    before = takedowns.due_at(school.school, at=AT)
    close(school)
    assert (takedowns.due_at(school.school, at=AT) - before).days == 2


def test_the_same_days_are_closed_once(school):
    close(school)
    close(school)
    assert Event.objects.filter(kind="closure.added").count() == 1


def test_a_closure_that_is_removed_is_a_school_day_again_and_stays_on_record(school):
    closures.remove(close(school), seat=school.head, at=AT)
    assert calendar(school.school).is_open(date(2026, 11, 23))
    assert Event.objects.get(kind="closure.removed").facts["days"] == "23 November 2026 to 24 November 2026"


@pytest.mark.parametrize("last", [date(2026, 11, 22), date(2027, 11, 24)])
def test_days_that_cannot_be_right_are_refused(school, last):
    with pytest.raises(UnableTo):
        close(school, last=last)


def test_only_whoever_runs_the_school_changes_its_calendar(school):
    with pytest.raises(NotAllowed):
        close(school, seat=school.amara)


def test_another_school_keeps_its_days(school):
    close(school)
    assert calendar(school.other).is_open(date(2026, 11, 23))
