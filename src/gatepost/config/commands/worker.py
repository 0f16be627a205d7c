"""What Gatepost does by itself."""

import logging
import signal
import threading
from collections.abc import Callable
from typing import Final

from django.db import close_old_connections
from django.utils import timezone

from gatepost.config.commands.start import check_up_to_date
from gatepost.publishing import tasks

MINUTE: Final = 60.0
log = logging.getLogger("gatepost.worker")


def work(*, once: bool, say: Callable[[str], None]) -> int:
    """Sweep once, or each minute until the process is told to stop."""
    check_up_to_date()
    if once:
        say(_told(tasks.sweep(at=timezone.now())))
        return 0
    done = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: done.set())
    say("Looking each minute at what is signed off. Press Ctrl-C to stop.")
    run_each_minute(done, say=say)
    return 0


def run_each_minute(
    done: threading.Event, *, every: float = MINUTE, say: Callable[[str], None] = lambda _: None
) -> None:
    """Sweep now and after each minute, until `done` is set. Whatever goes wrong is logged, and tried again."""
    while not done.is_set():
        close_old_connections()
        try:
            if stopped := tasks.sweep(at=timezone.now()):
                say(_told(stopped))
        except Exception:
            log.exception("The sweep failed. It is tried again in a minute.")
        done.wait(every)


def _told(stopped: int) -> str:
    return f"{stopped or 'No'} signed-off post{'' if stopped == 1 else 's'} stopped."
