"""Serve the invented trust."""

import shutil
import subprocess
import sys
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import connection, connections
from django.utils import timezone

from gatepost.cli.output import UsageProblem
from gatepost.config.commands.serving import free_port, run_server
from gatepost.config.commands.start import check_can_serve, migrate, told
from gatepost.config.demo import seed
from gatepost.config.demo.seeding import NAME, SLUG
from gatepost.schools.models import School, Trust

_WELCOME = """
Gatepost is running on an invented trust: {name}, with {schools} schools.
Each runs one of the five example policies, so the same post goes five different ways.

  Open   {address}
  Sign in by choosing whom to be. There are no passwords.
  Draft a post as a teacher, sign it off as somebody else, and read the history.

Everybody in it is invented. Everything is kept in {folder}
and leaves this computer only if you send it. Press Ctrl-C to stop."""


def demo(*, port: int, open_browser: bool, fresh: bool, say: Callable[[str], None]) -> int:
    """Make the invented trust where it is not there yet, and serve it on this computer until Ctrl-C.

    Raises UsageProblem where the folder holds other records than the demo's, since here anybody may sign in as anybody;
    and, saying what fails, where the trust cannot be made or the server cannot be loaded.
    """
    check_can_serve()
    prepare(fresh=fresh, say=say)
    port = free_port(port)
    address = f"http://127.0.0.1:{port}/"
    say(_WELCOME.format(name=NAME, schools=School.objects.count(), address=address, folder=settings.DATA))
    # What serves is a copy of this process. A connection that is open in it, or a thread that opens one meanwhile,
    # leaves the copy waiting for ever; so the connection is closed, and the sweep is a process of its own.
    connections.close_all()
    with _worker():
        status = run_server(host="127.0.0.1", port=port, workers=1, quiet=True,
                            ready=(lambda: webbrowser.open(address)) if open_browser else None)  # fmt: skip
    say("\nStopped. The same command goes on from here; with --fresh it begins again.")
    return status


@contextmanager
def _worker() -> Iterator[None]:
    """Run `gatepost worker` beside the server, with the same settings."""
    worker = subprocess.Popen([sys.executable, "-m", "gatepost.cli.main", "worker"], stdout=subprocess.DEVNULL)
    try:
        yield
    finally:
        worker.terminate()
        worker.wait()


def prepare(*, fresh: bool, say: Callable[[str], None]) -> None:
    """Make the database and, once, the invented trust in it; with `fresh`, throw away first what was tried."""
    migrate()
    _check_is_the_demos()
    if fresh:
        _throw_away()
        migrate()
    if not Trust.objects.filter(slug=SLUG).exists():
        say("Making an invented trust: people, pupils, posts and pictures. This takes a few seconds, once.")
        _seed()


def _seed() -> None:
    try:
        seed(timezone.now())
    except Exception as error:
        raise UsageProblem(f"The invented trust could not be made, and nothing of it is kept. {told(error)}") from error


def _check_is_the_demos() -> None:
    if Trust.objects.exclude(slug=SLUG).exists():
        raise UsageProblem(f"{settings.DATA} holds records that are not the demo's. Choose another with --data.")


def _throw_away() -> None:
    connection.close()
    for file in settings.DATA.glob("gatepost.sqlite3*"):
        file.unlink()
    shutil.rmtree(settings.MEDIA_ROOT, ignore_errors=True)
