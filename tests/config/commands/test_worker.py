import threading
from datetime import timedelta

import pytest
from django.db import DatabaseError
from django.utils import timezone

from gatepost.config.commands import worker
from gatepost.publishing.models import Approval
from tests import cast

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
