"""What Gatepost does by itself."""

import logging
import signal
import threading
from collections.abc import Callable
from time import monotonic
from typing import Final

from django.db import close_old_connections
from django.utils import timezone

from gatepost.config.commands.start import check_up_to_date
from gatepost.duties import tasks as owed
from gatepost.publishing import tasks

MINUTE: Final = 60.0
MOMENT: Final = 0.5
"""Seconds between two questions whether a picture waits to be looked into: somebody looks at the page meanwhile."""
HOUR: Final = 60 * MINUTE
DAY: Final = 24 * HOUR
log = logging.getLogger("gatepost.worker")


def work(*, once: bool, say: Callable[[str], None]) -> int:
    """Sweep once, or each minute until the process is told to stop."""
    check_up_to_date()
    if once:
        say(_told(tasks.sweep(at=timezone.now())))
        owed.close_leavers(at=timezone.now())
        while tasks.look_next(at=timezone.now()):
            pass
        tasks.look_again(at=timezone.now())
        owed.chase(at=timezone.now())
        tasks.forget_lists(at=timezone.now())
        tasks.ask_if_wanted(at=timezone.now())
        tasks.tidy(at=timezone.now())
        return 0
    done = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: done.set())
    say("Looking at what is signed off each minute, and into pictures as they come. Press Ctrl-C to stop.")
    run_each_minute(done, say=say)
    return 0


def run_each_minute(
    done: threading.Event, *, every: float = MINUTE, say: Callable[[str], None] = lambda _: None
) -> None:
    """Sweep now and after each minute, until `done` is set. Whatever goes wrong is logged, and tried again.

    With each sweep it ends what people can still reach whose last day is over; between sweeps it looks into pictures.
    Each hour it looks again at what is live, since a yes that ran out at midnight must not wait for the next, and at
    what is due on the accounts; once a day it erases what is kept no longer.
    """
    tidied, looked = -DAY, -HOUR
    while not done.is_set():
        close_old_connections()
        try:
            if stopped := tasks.sweep(at=timezone.now()):
                say(_told(stopped))
            owed.close_leavers(at=timezone.now())
            tasks.forget_lists(at=timezone.now())
            if monotonic() - looked >= HOUR:
                tasks.look_again(at=timezone.now())
                owed.chase(at=timezone.now())
                looked = monotonic()
            if monotonic() - tidied >= DAY:
                tasks.ask_if_wanted(at=timezone.now())
                tasks.tidy(at=timezone.now())
                tidied = monotonic()
        except Exception:
            log.exception("The sweep failed. It is tried again in a minute.")
        look_into_pictures(done, until=monotonic() + every)


def look_into_pictures(done: threading.Event, *, until: float) -> None:
    """Look into pictures as they come, until `done` is set or a moment of the monotonic clock is reached."""
    while not done.is_set() and (left := until - monotonic()) > 0:
        try:
            more = tasks.look_next(at=timezone.now())
        except Exception:
            log.exception("A look into a picture failed. It is tried again in a minute.")
            done.wait(left)
            return
        if not more:
            done.wait(min(MOMENT, left))


def _told(stopped: int) -> str:
    return f"{stopped or 'No'} signed-off post{'' if stopped == 1 else 's'} stopped."
