"""Run the server."""

import errno
import os
import signal
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Final

from granian import Granian
from granian.constants import Interfaces

from gatepost.cli.output import UsageProblem

APPLICATION: Final = "gatepost.config.wsgi:application"
_THREADS: Final = 4  # requests that one process answers side by side
_TRIES: Final = 20


def free_port(first: int) -> int:
    """Return the first port from this one on that nobody listens to. Raises UsageProblem after a few tries."""
    for port in range(first, first + _TRIES):
        if is_free("127.0.0.1", port):
            return port
    raise UsageProblem(f"Ports {first} to {port} are all taken. Stop what runs there, or choose another with --port.")


def is_free(host: str, port: int) -> bool:
    """Return whether one can listen there. Raises UsageProblem where the address is not this computer's."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # what was stopped a moment ago is no hindrance
        try:
            probe.bind((host, port))
        except OSError as error:
            if error.errno in {errno.EADDRINUSE, errno.EACCES}:
                return False
            raise UsageProblem(f"Cannot listen on {host}: {error.strerror or error}.") from None
        except OverflowError:
            raise UsageProblem(f"{port} is no port. Choose one between 1024 and 65535.") from None
    return True


def run_server(*, host: str, port: int, workers: int, quiet: bool, ready: Callable[[], object] | None = None) -> int:
    """Serve until told to stop, and return the exit status. `ready` is called once it listens."""
    server = Granian(
        APPLICATION, address=host, port=port, interface=Interfaces.WSGI, workers=workers, blocking_threads=_THREADS,
        log_enabled=not quiet, respawn_failed_workers=True,
    )  # fmt: skip
    if ready is not None:
        server.on_startup(ready)
    with suppress(KeyboardInterrupt):  # Ctrl-C before it listens is as good as after
        _hear_ctrl_c()
        server.serve()
    return 0


def _hear_ctrl_c() -> None:
    """Let this process alone hear Ctrl-C, and stop its workers by another signal.

    A terminal sends Ctrl-C to all of them, and a worker that is told twice at once to stop never does.
    """
    if not hasattr(signal, "pthread_sigmask"):
        return
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})

    def heard() -> None:
        signal.sigwait({signal.SIGINT})
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=heard, daemon=True).start()
