"""A long list that is taken in beside the page: what broke it off is said, and nothing of it stands."""

import pytest

from gatepost.web import running


class AtOnce:
    """A thread that does its work where it is started."""

    def __init__(self, *, target, args, name):
        self._target, self._args, self.name = target, args, name

    def start(self):
        self._target(*self._args)


@pytest.fixture(autouse=True)
def _at_once(monkeypatch):
    monkeypatch.setattr(running.threading, "Thread", AtOnce)
    monkeypatch.setattr(running, "close_old_connections", lambda: None)


def test_what_broke_it_off_is_handed_on_and_it_is_not_running_any_more():
    def work(say):
        say("half of it")
        raise OSError("the disk is full")

    told = []
    running.run(1, work, failed=told.append)
    assert ([str(one) for one in told], running.progress(1)) == (["the disk is full"], "")


def test_what_goes_well_is_no_failure():
    told = []
    running.run(2, lambda say: say("all of it"), failed=told.append)
    assert told == []
