"""What importing the policy engine adds to starting Python."""

import os
import resource
import statistics
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from bench.report import Asked, Result

RUNS = 21
SLOWEST_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds that the core worked, and seconds by the clock on the wall."""

    worked: float
    waited: float

    def as_json(self) -> dict[str, float]:
        """Return both, to a tenth of a millisecond."""
        return {"worked": round(self.worked, 4), "by the clock": round(self.waited, 4)}


def measure() -> Result:
    """Return the time of `import gatepost.policy` over a bare interpreter.

    An installed package keeps its bytecode, so this is measured with bytecode kept, in a folder of its own.
    """
    with TemporaryDirectory() as folder:
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        kept["PYTHONPYCACHEPREFIX"] = folder
        _run("import gatepost.policy", kept)
        over, dearest = _over(kept), _dearest(kept)
    figures: dict[str, Any] = {
        "runs of each, alternating": RUNS,
        "over a bare interpreter, s": over.as_json(),
        "dearest modules by themselves, ms": dearest,
    }
    asked = Asked("import of gatepost.policy over a bare interpreter", over.worked, "s", at_most=0.15)
    return Result("import", figures, (asked,))


def _over(environment: Mapping[str, str]) -> Spent:
    """Return the median seconds that the import adds to an interpreter, of alternating runs."""
    runs = [(_run("pass", environment), _run("import gatepost.policy", environment)) for _ in range(RUNS)]
    worked = statistics.median(loaded.worked for _, loaded in runs) - statistics.median(bare.worked for bare, _ in runs)
    waited = statistics.median(loaded.waited for _, loaded in runs) - statistics.median(bare.waited for bare, _ in runs)
    return Spent(worked, waited)


def _run(code: str, environment: Mapping[str, str]) -> Spent:
    before, started = _children(), perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True, env=environment)
    return Spent(_children() - before, perf_counter() - started)


def _children() -> float:
    """Return the seconds that the core has worked for processes that this one started and that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _dearest(environment: Mapping[str, str]) -> dict[str, float]:
    """Return the modules that cost most by themselves, from the interpreter's own account."""
    command = [sys.executable, "-X", "importtime", "-c", "import gatepost.policy"]
    said = subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stderr
    rows = [line.removeprefix("import time:").split("|") for line in said.splitlines()[1:]]
    own = sorted(((int(row[0]) / 1000, row[2].strip()) for row in rows), reverse=True)
    return {name: round(millis, 1) for millis, name in own[:SLOWEST_SHOWN]}
