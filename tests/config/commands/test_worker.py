import threading
from datetime import timedelta

import pytest
from django.db import DatabaseError
from django.utils import timezone

from gatepost.config.commands import worker
from gatepost.duties.actions import leaving
from gatepost.publishing.actions import pictures
from gatepost.publishing.models import Approval, Picture
from tests import cast
from tests.publishing.pictures.seeing import seen

done = threading.Event


@pytest.mark.django_db
def test_what_no_longer_holds_is_stopped():
    people = cast.cast()
    version = cast.approved(people)
    Approval.objects.of(people.school).update(expires_at=timezone.now() - timedelta(hours=1))
    said = []
    worker.work(once=True, say=said.append)
    version.refresh_from_db()
    assert (version.ended_at is not None, said) == (True, ["1 signed-off post stopped."])


@pytest.mark.django_db
def test_what_somebody_could_reach_ends_once_their_last_day_is_over():
    people = cast.cast()
    day = timezone.localdate(cast.AT)
    row = leaving.begin(people.amara.person, last_day=day, why="leaves", seat=people.head, at=cast.AT)
    type(row).objects.of(people.school).update(last_day=timezone.localdate() - timedelta(days=1))
    worker.work(once=True, say=lambda _: None)
    assert not people.amara.person.held_roles.filter(until__isnull=True).exists()


def looks(monkeypatch, *, times, fails=None):
    """How often the worker looked before it was told to stop."""
    stop, seen = threading.Event(), []

    def sweep(*, at):
        seen.append(at)
        if len(seen) == times:
            stop.set()
        if fails:
            raise fails
        return 0

    monkeypatch.setattr(worker.tasks, "sweep", sweep)
    monkeypatch.setattr(worker, "close_old_connections", lambda: None)
    worker.run_each_minute(stop, every=0.001)
    return len(seen)


def test_it_looks_again_and_again_until_it_is_told_to_stop(monkeypatch):
    assert looks(monkeypatch, times=3) == 3


@pytest.mark.parametrize("fault", [DatabaseError("gone"), ValueError("not foreseen")])
def test_nothing_that_goes_wrong_ends_it(monkeypatch, fault):
    assert looks(monkeypatch, times=2, fails=fault) == 2


# --- pictures ---


def looked_into(monkeypatch, *, waiting, fault=None):
    """How often the worker asked for the next picture until it was told to stop, while so many wait."""
    stop, asked = threading.Event(), []

    def look_next(*, at):
        asked.append(at)
        if fault:
            raise fault
        if len(asked) > waiting:
            stop.set()
        return len(asked) <= waiting

    monkeypatch.setattr(worker.tasks, "look_next", look_next)
    worker.look_into_pictures(stop, until=worker.monotonic() + 0.2)
    return len(asked)


def test_pictures_that_wait_are_looked_into_one_after_another(monkeypatch):
    assert looked_into(monkeypatch, waiting=3) == 4


def test_a_look_that_fails_is_not_tried_again_at_once(monkeypatch, caplog):
    assert looked_into(monkeypatch, waiting=3, fault=DatabaseError("gone")) == 1
    assert caplog.messages == ["A look into a picture failed. It is tried again in a minute."]


@pytest.mark.django_db
def test_a_worker_that_runs_once_looks_into_what_waits(monkeypatch, settings):
    settings.LOOK = True
    monkeypatch.setattr("gatepost.detectors.pictures.can_look", lambda: True)
    monkeypatch.setattr("gatepost.detectors.pictures.look", lambda data, *, words: seen())
    people = cast.cast()
    picture = pictures.add(cast.draft(people), data=cast.jpeg(), name="fair.jpg", seat=people.amara, at=cast.AT)
    worker.work(once=True, say=lambda _: None)
    assert Picture.objects.of(people.school).get(pk=picture.pk).look == "done"
