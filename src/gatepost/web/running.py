"""A list being taken in: a long one in a thread, while somebody looks on, with how far it has come in the cache."""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from django.core.cache import cache
from django.db import close_old_connections

LONG: Final = 2_000
"""Answers from which on a list is taken in beside the page, which then shows how far it has come."""
_FORGOTTEN: Final = 180
"""Seconds after which a list that says nothing any more counts as stopped; nothing of it was then taken in."""
log = logging.getLogger("gatepost.imports")
Say = Callable[[str], None]


def progress(importing: int) -> str:
    """Return how far a list has come; an empty text where none is being taken in."""
    return str(cache.get(_key(importing), ""))


def run(importing: int, work: Callable[[Say], None], *, failed: Callable[[Exception], None]) -> None:
    """Do the work in a thread. It is given what to say its progress to; only one at a time for a list.

    `failed` is given what broke it off.
    """
    if cache.add(_key(importing), "starting", _FORGOTTEN):
        threading.Thread(target=_run, args=(importing, work, failed), name=f"import {importing}").start()


@contextmanager
def at_once(importing: int) -> Iterator[None]:
    """Say of a list that it is being taken in while the page waits for it."""
    cache.set(_key(importing), "starting", _FORGOTTEN)
    try:
        yield
    finally:
        cache.delete(_key(importing))


def forget(importing: int) -> None:
    """Forget how far a list had come that nobody takes in any more, so that it can be taken in anew."""
    cache.delete(_key(importing))


def _run(importing: int, work: Callable[[Say], None], failed: Callable[[Exception], None]) -> None:
    close_old_connections()
    try:
        work(lambda said: cache.set(_key(importing), said, _FORGOTTEN))
    except Exception as problem:
        log.exception("List %s could not be taken in. Nothing of it was.", importing)
        failed(problem)
    finally:
        cache.delete(_key(importing))
        close_old_connections()


def _key(importing: int) -> str:
    return f"importing:{importing}"
