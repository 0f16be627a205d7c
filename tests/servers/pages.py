"""A real Gatepost for the journeys: the demo, as a person starts it, in a process of its own on a port of its own."""

import os
import re
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

STARTING = 60
"""Seconds after which a server that does not answer is given up."""


@contextmanager
def demo(folder: Path, *, look: bool = False) -> Iterator[str]:
    """Serve the invented trust out of a folder, which is filled where it is empty, and yield the server's address.

    Only journeys about pictures `look` into them: it takes two cores some seconds for each.
    """
    command = [sys.executable, "-m", "gatepost.cli.main", "demo", "--data", str(folder), "--port", str(free_port())]
    env = {**os.environ, "PYTHONUNBUFFERED": "1", "GATEPOST_LOOK": "1" if look else "0"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=env, start_new_session=True
    ) as process:
        try:
            address = address_of(process)
            wait_for(address)
            yield address
        finally:
            stop(process)


def free_port() -> int:
    """Return a port on which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port: int = taken.getsockname()[1]
    return port


def address_of(process: subprocess.Popen[bytes]) -> str:
    """Return the address that a server prints. Raises RuntimeError, with what it printed, where it prints none."""
    assert process.stdout is not None
    said, until = b"", time.monotonic() + STARTING
    while time.monotonic() < until and process.poll() is None:
        if select.select([process.stdout], [], [], 0.2)[0]:
            said += os.read(process.stdout.fileno(), 65_536)
        if found := re.search(rb"http://127\.0\.0\.1:\d+", said):
            return found.group().decode()
    raise RuntimeError(f"Gatepost did not start:\n{said.decode(errors='replace')}")


def wait_for(address: str) -> None:
    """Wait until a server answers. Raises RuntimeError where it does not."""
    until = time.monotonic() + STARTING
    while time.monotonic() < until:
        try:
            connection = HTTPConnection(urlsplit(address).netloc, timeout=5)
            connection.request("GET", "/demo/")
            connection.getresponse()
        except OSError:
            time.sleep(0.05)
        else:
            connection.close()
            return
    raise RuntimeError(f"Nobody answers at {address}.")


def stop(process: subprocess.Popen[bytes]) -> None:
    """Stop a server, and with it the processes that answer for it."""
    process.terminate()
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        raise
