"""Serve Gatepost to a school or a trust."""

from collections.abc import Callable

from django.conf import settings
from django.db import connections

from gatepost.cli.output import UsageProblem
from gatepost.config.commands import start
from gatepost.config.commands.serving import is_free, run_server


def serve(*, host: str, port: int, workers: int, migrate: bool, say: Callable[[str], None]) -> int:
    """Serve until told to stop. Raises UsageProblem, with what to do, where it should not or cannot start."""
    if settings.DEMO:
        raise UsageProblem("GATEPOST_DEMO is on, and anybody could sign in as anybody. Unset it, or run gatepost demo.")
    if workers < 1:
        raise UsageProblem("It takes one process at least to answer. Give --workers 1 or more.")
    if migrate:
        start.migrate()
    start.check_up_to_date()
    start.check_can_serve()
    if not is_free(host, port):
        raise UsageProblem(f"Port {port} is taken, or not yours to take. Choose another with --port.")
    connections.close_all()
    say(f"Gatepost listens on {host}:{port} for {', '.join(settings.ALLOWED_HOSTS)}.")
    return run_server(host=host, port=port, workers=workers, quiet=False)
