from datetime import date, timedelta

import pytest
from django.core.files.storage import default_storage

from gatepost.audit.models import Event
from gatepost.channels.actions import register
from gatepost.consents.actions import answers
from gatepost.consents.models import Pupil
from gatepost.policy import PolicyError
from gatepost.publishing import tasks
from gatepost.publishing.actions import boxes, handover, signoff
from gatepost.publishing.models import Delivery, Picture, Post, Version
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


def _sent_back_and_blurred(people):
    """A version that was sent back, whose picture is blurred by now and sent again."""
    version = cast.waiting(people, shown=(people.oliver,))
    signoff.send_back(version, seat=people.ben, reason="Blur it.", at=AT)
    picture = version.post.pictures.get()
    picture.seen = {"faces": [{"key": "f1", "box": [100, 100, 120, 120], "sure": 90, "frontal": True}], "words": []}
    picture.save(update_fields=["seen"])
    blurred = boxes.blur(picture, boxes=["f1"], seat=people.amara, at=AT)
    signoff.send(blurred.post, seat=people.amara, at=AT)
    return version, version.content["pictures"][0]["file"], str(blurred.file)


@pytest.mark.django_db(transaction=True)
def test_the_picture_that_a_blur_replaced_is_erased_when_its_days_are_over_and_the_history_says_so(settings):
    settings.ORIGINAL_DAYS = 30
    people = cast.cast()
    version, original, blurred = _sent_back_and_blurred(people)
    tasks.tidy(at=AT + timedelta(days=30))
    early = default_storage.exists(original)
    for hours in (1, 2):
        tasks.tidy(at=AT + timedelta(days=30, hours=hours))
    event = Event.objects.get(kind="picture.dropped")
    assert (early, default_storage.exists(original), default_storage.exists(blurred)) == (True, False, True)
    assert (event.at, event.subject) == (AT + timedelta(days=30, hours=1), version.post.subject)
    assert event.facts["sha256"] == [version.content["pictures"][0]["sha256"]]


@pytest.mark.django_db(transaction=True)
def test_a_picture_that_a_blur_can_still_be_taken_back_to_is_not_erased():
    people = cast.cast()
    version = cast.waiting(people, shown=(people.oliver,))
    signoff.send_back(version, seat=people.ben, reason="Blur it.", at=AT)
    later = AT + timedelta(days=400)
    picture = version.post.pictures.get()
    picture.seen = {"faces": [{"key": "f1", "box": [100, 100, 120, 120], "sure": 90, "frontal": True}], "words": []}
    picture.save(update_fields=["seen"])
    blurred = boxes.blur(picture, boxes=["f1"], seat=people.amara, at=later)
    tasks.tidy(at=later + timedelta(hours=1))
    back = boxes.take_back(blurred, seat=people.amara, at=later)
    assert default_storage.exists(str(back.file))


@pytest.mark.django_db(transaction=True)
def test_what_has_been_out_is_never_erased():
    people = cast.cast()
    delivery = cast.published(people, shown=(people.oliver,))
    kept = delivery.version.content["pictures"][0]
    Version.objects.of(people.school).filter(pk=delivery.version_id).update(ended_at=AT, ended_because="Taken down")
    Picture.objects.of(people.school).filter(pk=kept["id"]).delete()
    tasks.tidy(at=AT + timedelta(days=4000))
    assert default_storage.exists(kept["file"])
