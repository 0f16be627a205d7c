#!/usr/bin/env python3
"""Work on Gatepost: try it, test it, check it, fix it, measure it.

Needs Python 3.11 or newer, and nothing else. The first command sets up a folder, .venv, with what the project needs;
later ones use it as it is, without the network, until requirements.lock changes.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import importlib
import importlib.util
import inspect
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from subprocess import PIPE, STDOUT
from typing import NamedTuple

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parent
LOCK = ROOT / "requirements.lock"
BENCH_LOCK = ROOT / "requirements-bench.lock"
VENV = ROOT / ".venv"
BENCH_VENV = ROOT / ".venv-bench"


class Step(NamedTuple):
    """One check: what asks, and what mends where a machine can."""

    name: str
    check: Sequence[str]
    fix: Sequence[str] = ()
    env: Mapping[str, str] = {}


# What is written by the code itself: each module writes its pages, and with --check says whether they are up to date.
GENERATED: list[Step] = [
    Step(
        "pages",
        check=["python", "-m", "gatepost.cli.main", "docs", "--check"],
        fix=["python", "-m", "gatepost.cli.main", "docs"],
    ),
    Step(
        "readme",
        check=["python", "-m", "gatepost.cli.transcripts", "--check"],
        fix=["python", "-m", "gatepost.cli.transcripts"],
    ),
]

# The settings of a server that holds real names, for what Django says about them; nobody ever signs in to it.
SERVED = {
    "DJANGO_SETTINGS_MODULE": "gatepost.config.settings",
    "GATEPOST_SECRET_KEY": "read by the check of a server that is never started: 0123456789",
    "GATEPOST_HOSTS": "gatepost.example",
    "GATEPOST_DATABASE": "sqlite://",
}

# In this order. One more check is one more line.
CHECKS: list[Step] = [
    Step("lint", check=["ruff", "check", "--quiet", "."], fix=["ruff", "check", "--quiet", "--fix", "."]),
    Step("format", check=["ruff", "format", "--check", "."], fix=["ruff", "format", "--quiet", "."]),
    Step("types", check=["mypy"]),
    Step("layers", check=["lint-imports", "--no-cache"]),
    Step("server", check=["python", "-m", "django", "check", "--deploy", "--fail-level", "WARNING"], env=SERVED),
    Step("models", check=["python", "-m", "django", "makemigrations", "--check", "--dry-run"], env=SERVED),
    *GENERATED,
]


PYTEST = ["python", "-m", "pytest"]
ON_POSTGRESQL = ["python", "-m", "tests.servers.postgres", *PYTEST, "-m", "django_db"]
JOURNEYS = ROOT / "tests" / "journeys"
JOURNEYS_RUN = "journeys, in a browser"
PUBLISHING = ROOT / "tests" / "publishing"
GATE = PUBLISHING / "gate"


class Run(NamedTuple):
    """A part of the tests that runs by itself, beside the others."""

    name: str
    command: Sequence[str]


# All tests, in parts, the longest first; as many at a time as there are cores.
RUNS: list[Run] = [
    Run(
        "the tests of the other records, on PostgreSQL",
        [*ON_POSTGRESQL, *(f"--ignore={path}" for path in (JOURNEYS, PUBLISHING))],
    ),
    Run("everything else, on SQLite", [*PYTEST, f"--ignore={GATE}", f"--ignore={JOURNEYS}"]),
    Run("any order, by anybody, on SQLite", [*PYTEST, str(GATE)]),
    Run(JOURNEYS_RUN, [*PYTEST, str(JOURNEYS)]),
    Run("the tests of publishing, on PostgreSQL", [*ON_POSTGRESQL, str(PUBLISHING)]),
]
NO_BROWSER = (
    "Install Chromium (on Debian: apt-get install chromium; elsewhere: .venv/bin/playwright install chromium), "
    "and run this again."
)


# --- the commands ---


def demo(args: argparse.Namespace) -> int:
    """Open Gatepost on an invented trust of five schools, each running one of the five example policies."""
    set_up()
    return run(["python", "-m", "gatepost.cli.main", "demo", *args.rest])


def test(args: argparse.Namespace) -> int:
    """Run every check and every test: what CI calls.

    The tests of the database run on SQLite and on PostgreSQL. With -k or a path it runs those tests alone, on one of
    the two, and leaves the checks out.
    """
    set_up()
    if args.slow:
        os.environ["GATEPOST_SLOW"] = "1"  # the property tests read it, and try many more examples
    if args.shots:
        os.environ["GATEPOST_SHOTS"] = "1"  # the journeys read it, and write the pictures of docs/
    os.environ.pop("GATEPOST_DATABASE", None)
    chosen = [*args.paths, *(["-k", " ".join(args.k)] if args.k else [])]
    if chosen:
        return run([*(ON_POSTGRESQL if args.postgresql else PYTEST), *chosen])
    failed = failed_checks()
    seen = browser()
    with ThreadPoolExecutor(os.cpu_count() or 2) as pool:
        parts = [one for one in RUNS if seen or one.name != JOURNEYS_RUN]
        failed += [name for name in pool.map(told, parts) if name]
    if not seen:
        failed.append(JOURNEYS_RUN)
        say(f"These journeys were NOT RUN, because there is no Chromium: {', '.join(journeys())}.\n{NO_BROWSER}")
    say(f"These failed: {', '.join(failed)}. Scroll up for why." if failed else "All tests passed.")
    return 1 if failed else 0


def told(part: Run) -> str:
    """Run one part of the tests, print what it says once it is done, and return its name where it failed."""
    started = time.monotonic()
    say(f"Running {part.name} …")
    done = subprocess.run(
        located(part.command), check=False, cwd=ROOT, env=environment(VENV), stdout=PIPE, stderr=STDOUT, text=True
    )
    say(f"--- {part.name}: {time.monotonic() - started:.0f} s ---\n{done.stdout}")
    return part.name if done.returncode else ""


def check(_: argparse.Namespace) -> int:
    """Ask whether the code keeps the project's habits. Changes nothing."""
    set_up()
    return 1 if failed_checks() else 0


def fix(_: argparse.Namespace) -> int:
    """Mend what a machine can: lint, format, generated pages."""
    set_up()
    return max(run(step.fix) for step in CHECKS if step.fix)


def docs(_: argparse.Namespace) -> int:
    """Write the generated pages and the README's transcript again."""
    set_up()
    return max(run(step.fix) for step in GENERATED)


def bench(args: argparse.Namespace) -> int:
    """Measure Gatepost beside its peers, in an environment of its own (.venv-bench)."""
    set_up()
    set_up(venv=BENCH_VENV, lock=BENCH_LOCK)
    # An e-mail recogniser that is measured beside ours would otherwise fetch a list of domains.
    os.environ["TLDEXTRACT_PUBLIC_SUFFIX_LIST_URLS"] = ""
    return run(["python", "bench/run.py", *args.rest], venv=BENCH_VENV)


COMMANDS: list[Callable[[argparse.Namespace], int]] = [demo, test, check, fix, bench, docs]


# --- the checks ---


def failed_checks() -> list[str]:
    """Run each check, print a line for it, and return the names of those that failed."""
    started = time.monotonic()
    failed = [step.name for step in CHECKS if not passes(step)]
    if failed:
        say(f"{len(failed)} of {len(CHECKS)} checks failed. `python3 dev.py fix` mends what a machine can.")
    else:
        say(f"All {len(CHECKS)} checks passed in {time.monotonic() - started:.1f} s.")
    return failed


def passes(step: Step) -> bool:
    """Run one check; its output is shown only where it failed."""
    started = time.monotonic()
    done = subprocess.run(
        located(step.check),
        check=False,
        cwd=ROOT,
        env={**environment(VENV), **step.env},
        capture_output=True,
        text=True,
    )
    say(f"{'FAIL' if done.returncode else 'ok':<5} {step.name:<8} {time.monotonic() - started:5.1f} s")
    if done.returncode:
        say((done.stdout + done.stderr).rstrip())
    return done.returncode == 0


# --- the browser ---


def browser() -> bool:
    """Make sure that there is a Chromium for the journeys, installed where we may; return whether there is."""
    if has_browser():
        return True
    if shutil.which("apt-get") and os.geteuid() == 0:
        say("There is no Chromium for the journeys yet: installing it.")
        subprocess.call(["apt-get", "update", "-q"], stdout=subprocess.DEVNULL)
        install = ["apt-get", "install", "-q", "-y", "--no-install-recommends", "chromium"]
        subprocess.call(install, stdout=subprocess.DEVNULL)
    return has_browser()


def has_browser() -> bool:
    """Whether the journeys find a Chromium."""
    return run(["python", "-m", "tests.journeys.chromium"]) == 0


def journeys() -> list[str]:
    """The files of journeys, by name."""
    return sorted(path.name for path in JOURNEYS.glob("test_*.py"))


# --- the environment ---


def set_up(*, venv: Path = VENV, lock: Path = LOCK) -> None:
    """Make `venv` hold what `lock` pins and this checkout; does nothing where it already does."""
    stamp, wanted = venv / "gatepost-stamp", digest(lock)
    if stamp.is_file() and stamp.read_text() == wanted:
        return
    say(f"Setting up {venv.name} from {lock.name}. This needs the network, once, and takes well under a minute.")
    if not program("pip", venv).exists():
        create(venv)
    # The lock is whole, and leaves out what requirements-overrides.in says: nothing is to be resolved again.
    install(["--require-hashes", "--no-deps", "-r", str(lock)], venv=venv)
    install(["--no-deps", "--no-build-isolation", "-e", str(ROOT)], venv=venv)
    stamp.write_text(wanted)


def digest(lock: Path) -> str:
    """What the environment depends on, as one string: the lock, the package's own description, and where it stands."""
    parts = [lock.read_bytes(), (ROOT / "pyproject.toml").read_bytes(), str(ROOT).encode()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def create(venv: Path) -> None:
    """Create an empty environment, after making sure that this Python can."""
    if importlib.util.find_spec("ensurepip") is None:
        install_venv_module()
    attempt([sys.executable, "-m", "venv", str(venv)], or_else="The environment could not be created.")


def install_venv_module() -> None:
    """Debian ships Python without the part that creates environments: add it where we may, or say how."""
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    if not shutil.which("apt-get") or os.geteuid() != 0:
        stop(f"This Python cannot create environments. Install {package} (on Debian: apt-get install {package}).")
    say(f"This Python cannot create environments yet: installing {package}.")
    subprocess.call(["apt-get", "update", "-q"], stdout=subprocess.DEVNULL)
    attempt(["apt-get", "install", "-q", "-y", package], or_else=f"{package} could not be installed.")


def install(what: list[str], *, venv: Path) -> None:
    """Install with uv, or with pip where uv cannot: the same packages, checked by the same hashes."""
    python = str(program("python", venv))
    fast = uv()
    if fast.exists() and subprocess.call([str(fast), "pip", "install", "-q", "--python", python, *what], cwd=ROOT) == 0:
        return
    say("uv could not be used, so pip installs: the same packages, only slower.")
    attempt(
        [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *what],
        or_else="The packages could not be installed. Is the network there? The lines above say what pip found.",
    )


def uv() -> Path:
    """Where uv is, installed first if need be, at the version and hash that the lock pins for it."""
    path = program("uv", VENV)
    if not path.exists():
        only = VENV / "uv.txt"
        only.write_text(pinned("uv", lock=LOCK))
        pip = [str(program("python", VENV)), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.call([*pip, "--require-hashes", "--no-deps", "-r", str(only)])
    return path


def pinned(package: str, *, lock: Path) -> str:
    """The lines of one package in a lock: its version and its hashes."""
    found = re.search(rf"^{package}==.*\n(?: +.*\n)*", lock.read_text(), flags=re.MULTILINE)
    return found.group() if found else ""


# --- running things ---


def run(command: Sequence[str], *, venv: Path = VENV) -> int:
    """Run a command of the environment from the repository's root; returns its exit status.

    The command hears Ctrl-C too, and is left to end in its own way; the second Ctrl-C ends both.
    """
    with subprocess.Popen(located(command, venv=venv), cwd=ROOT, env=environment(venv)) as process:
        with contextlib.suppress(KeyboardInterrupt):
            return process.wait()
        return process.wait()


def attempt(command: list[str], *, or_else: str) -> None:
    """Run a command that must succeed; `or_else` is what a person reads where it does not."""
    if subprocess.call(command, cwd=ROOT):
        stop(or_else)


def located(command: Sequence[str], *, venv: Path = VENV) -> list[str]:
    """The command with its first word replaced by the path of that program in the environment."""
    return [str(program(command[0], venv)), *command[1:]]


def program(name: str, venv: Path) -> Path:
    """Where a program of the environment stands."""
    return venv / "Scripts" / f"{name}.exe" if os.name == "nt" else venv / "bin" / name


def environment(venv: Path) -> dict[str, str]:
    """This process's environment with the given one switched on."""
    path = os.pathsep.join([str(program("python", venv).parent), os.environ.get("PATH", "")])
    return {**os.environ, "VIRTUAL_ENV": str(venv), "PATH": path}


def say(line: str) -> None:
    """Print a line at once, so that it stands before what a command prints next."""
    print(line, flush=True)


def stop(reason: str) -> None:
    """End with a sentence that says what to do."""
    say(reason)
    sys.exit(1)


# --- the command line ---


def parser() -> argparse.ArgumentParser:
    """The command line, its help taken from the docstrings above."""
    plain = argparse.RawDescriptionHelpFormatter
    top = argparse.ArgumentParser(prog="python3 dev.py", description=__doc__, formatter_class=plain)
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in COMMANDS:
        text = inspect.getdoc(command) or ""
        sub = commands.add_parser(command.__name__, help=text.splitlines()[0], description=text, formatter_class=plain)
        sub.set_defaults(command=command)
        add_arguments(sub, command.__name__)
    return top


HELP = (["-h"], ["--help"])


def add_arguments(sub: argparse.ArgumentParser, name: str) -> None:
    """The arguments of one command. Those of `demo` are read from its own code, and only to be told of."""
    if name == "demo" and sys.argv[2:3] in HELP:
        sys.path.insert(0, str(ROOT / "src"))
        importlib.import_module("gatepost.cli.demo").add_arguments(sub)
    if name == "test":
        sub.add_argument("--slow", action="store_true", help="many more generated examples: minutes, not seconds")
        sub.add_argument("--shots", action="store_true", help="take the pictures of the documentation anew")
        sub.add_argument("--postgresql", action="store_true", help="the chosen tests of the database, on PostgreSQL")
        sub.add_argument("-k", nargs="+", metavar="EXPR", help="only tests whose name matches, as pytest reads it")
        sub.add_argument("paths", nargs="*", metavar="PATH", help="only the tests in these files or folders")


def main() -> int:
    """Read the command line, run the command, return its exit status."""
    if sys.version_info < OLDEST:
        stop(f"Gatepost needs Python {OLDEST[0]}.{OLDEST[1]} or newer, and this is {sys.version.split()[0]}.")
    # What follows `demo` or `bench` is theirs, options included, which a remainder alone would not let through.
    own, passed = (sys.argv[1:2], sys.argv[2:]) if sys.argv[1:2] in (["demo"], ["bench"]) else (sys.argv[1:], [])
    if passed[:1] in HELP:
        own, passed = [*own, "--help"], []
    args = parser().parse_args(own)
    args.rest = passed
    command: Callable[[argparse.Namespace], int] = args.command
    return command(args)


if __name__ == "__main__":
    sys.exit(main())
