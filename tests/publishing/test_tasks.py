from datetime import date, timedelta

import pytest

from gatepost.channels.actions import register
from gatepost.consents.actions import answers
from gatepost.consents.models import Pupil
from gatepost.policy import PolicyError
from gatepost.publishing import tasks
from gatepost.publishing.actions import handover
from gatepost.publishing.models import Delivery, Post
from gatepost.schools.errors import UnableTo
from tests import cast
from tests.cast import AT, by_system

pytestmark = pytest.mark.django_db


@pytest.fixture
def school():
    return cast.cast()


def status(delivery):
    """Where the delivery's post stands."""
    return Post.objects.of(delivery.version.post.school_id).get(pk=delivery.version.post_id).status


def test_the_sweep_leaves_alone_what_still_holds(school):
    ready = cast.ready(school)
    assert (tasks.sweep(at=AT), status(ready)) == (0, "approved")


def test_the_sweep_gives_back_what_ran_out_while_nobody_looked(school):
    ready = cast.ready(school)
    assert (tasks.sweep(at=AT + timedelta(days=8)), status(ready)) == (1, "draft")


def test_the_sweep_finds_a_permission_that_went_by_a_door_that_forgot_to_ask(school):
    ready = cast.ready(school, shown=(school.oliver,))
    answers.record(school.oliver, element="photo", tier="social", state="refused", given_by="parent", **by_system)
    assert (tasks.sweep(at=AT), status(ready)) == (1, "draft")


def test_the_sweep_does_not_touch_what_is_out(school):
    live = cast.published(school)
    assert (tasks.sweep(at=AT + timedelta(days=30)), status(live)) == (0, "approved")


@pytest.mark.parametrize("fault", [PolicyError(()), UnableTo("Oliver Hartley")])
def test_one_that_cannot_be_judged_does_not_stop_the_others(school, monkeypatch, caplog, fault):
    first, second = cast.ready(school), cast.ready(school)
    look = tasks.check_holds

    def check(version, *, at):
        if version.pk == first.version_id:
            raise fault
        look(version, at=at)

    monkeypatch.setattr(tasks, "check_holds", check)
    assert (tasks.sweep(at=AT + timedelta(days=8)), status(second)) == (1, "draft")
    assert caplog.messages == [f"Version {first.version_id} could not be looked at."]


def test_a_post_that_is_out_on_one_account_stays_signed_off_and_is_pulled_from_the_other(school):
    second = register.open_channel(school.school, platform="instagram", name="brookfield", **by_system)
    register.name_poster(second, school.amara.person, **by_system)
    version = cast.approved(school, channels=(school.channel.pk, second.pk))
    first, other = Delivery.objects.of(school.school).filter(version=version).order_by("channel")
    handover.claim(first, seat=school.amara, at=AT)
    handover.mark_live(first, address="https://facebook.example/1", seat=school.amara, at=AT)
    tasks.sweep(at=AT + timedelta(days=8))
    other.refresh_from_db()
    assert (status(other), other.status) == ("approved", "pulled")


def test_the_night_finds_a_yes_that_ran_out_and_asks_for_what_is_live_to_come_down(school):
    answers.record(school.oliver, element="photo", tier="social", state="granted", given_by="parent",
                   expires_on=AT.date(), **by_system)  # fmt: skip
    cast.published(school, shown=(school.oliver,))
    assert (tasks.look_again(at=AT), tasks.look_again(at=AT + timedelta(days=1))) == (0, 1)


def test_the_night_finds_a_pupil_who_has_left(school):
    cast.published(school, shown=(school.oliver,))
    Pupil.objects.of(school.school).filter(pk=school.oliver.pk).update(left_on=AT.date())
    assert (tasks.look_again(at=AT), tasks.look_again(at=AT + timedelta(days=1))) == (0, 1)


def test_the_night_finds_a_pupil_who_is_asked_themselves_from_a_birthday_on(school):
    # The policy in force counts a pupil's own permission from 13.
    Pupil.objects.of(school.school).filter(pk=school.oliver.pk).update(dob=date(2013, 11, 21))
    cast.published(school, shown=(school.oliver,))
    assert (tasks.look_again(at=AT), tasks.look_again(at=AT + timedelta(days=1))) == (0, 1)


def test_the_night_asks_once(school):
    cast.published(school, shown=(school.oliver,))
    answers.record(school.oliver, element="photo", tier="social", state="refused", given_by="parent", **by_system)
    assert (tasks.look_again(at=AT), tasks.look_again(at=AT)) == (1, 0)
