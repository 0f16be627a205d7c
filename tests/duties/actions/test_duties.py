"""A task is given once, is due at the sooner time, and is done once."""

from datetime import timedelta

import pytest

from gatepost.audit.models import Event
from gatepost.duties.actions import duties
from gatepost.duties.models import Duty
from gatepost.schools.errors import UnableTo
from tests.cast import AT, by_system, cast
from tests.record import words_of

pytestmark = pytest.mark.django_db
SOON, LATER = AT + timedelta(days=1), AT + timedelta(days=3)


@pytest.fixture
def amara():
    """Amara at her school."""
    return cast().amara


def give(seat, *, due_at=LATER, about="delivery:1"):
    """A task of Amara's."""
    return duties.open_duty(
        seat.school, owner=seat.person, kind="take_down", what="Take it down", about=about, due_at=due_at, **by_system
    )


def finish(duty, seat, **more):
    """Amara does a task."""
    duties.finish(duty, person=seat.person, by=seat.actor, at=AT, **more)


def test_the_same_task_is_given_once(amara):
    assert give(amara) == give(amara)


@pytest.mark.parametrize(("first", "then"), [(LATER, SOON), (SOON, LATER), (SOON, SOON)])
def test_a_task_asked_for_twice_is_due_at_the_sooner_time(amara, first, then):
    give(amara, due_at=first)
    assert give(amara, due_at=then).due_at == min(first, then)


def test_a_task_about_something_else_is_another(amara):
    assert give(amara) != give(amara, about="delivery:2")


def test_a_task_that_was_done_can_be_given_again(amara):
    finish(first := give(amara), amara)
    assert give(amara) != first


def test_a_done_task_says_by_whom_when_and_how_one_can_tell(amara):
    finish(give(amara), amara, proof="The page is gone.")
    done = Duty.objects.of(amara.school).get()
    assert (done.done_by, done.done_at, done.proof) == (amara.person, AT, "The page is gone.")


@pytest.mark.parametrize("due_at", [SOON, LATER + timedelta(days=7)], ids=["sooner", "later"])
def test_a_task_can_be_due_on_another_day_sooner_or_later_and_the_record_says_so(amara, due_at):
    duty = duties.put_off(give(amara), due_at=due_at, **by_system)
    last = Event.objects.filter(subject="delivery:1").order_by("number").last()
    assert duty.due_at == due_at
    assert words_of(last) == f"Gatepost chose another day for the task: Take it down. It is due on {due_at:%-d %B %Y}."


def test_the_same_day_changes_nothing_and_a_done_task_has_no_other_day(amara):
    duty = duties.put_off(give(amara), due_at=LATER, **by_system)
    assert Event.objects.filter(subject="delivery:1").count() == 1
    finish(duty, amara)
    with pytest.raises(UnableTo, match="done already"):
        duties.put_off(duty, due_at=SOON, **by_system)


def test_a_task_is_done_once(amara):
    finish(duty := give(amara), amara)
    with pytest.raises(UnableTo, match="done already"):
        finish(duty, amara)


def test_the_record_tells_it_in_order(amara):
    finish(give(amara), amara)
    said = Event.objects.filter(subject="delivery:1").order_by("number")
    assert [words_of(event) for event in said] == [
        "Gatepost opened a task for Amara Begum: Take it down.", "Amara Begum finished the task: Take it down.",
    ]  # fmt: skip


def test_a_proof_that_holds_a_password_is_refused_and_not_kept(amara):
    duty = give(amara)
    with pytest.raises(UnableTo):
        finish(duty, amara, proof="Password: Sunflower9!")
    assert Duty.objects.of(amara.school).get(pk=duty.pk).proof == ""
