"""Timing one call after another, and what the machine is."""

import gc
import os
import platform
import resource
import statistics
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from time import perf_counter_ns, thread_time_ns
from typing import Any


@dataclass(frozen=True, slots=True)
class Times:
    """How long calls took, in microseconds each.

    All but `wall_p99` count the time that the core worked on the call (the thread's CPU time), so that another
    program on the machine does not stand in the figures; `wall_p99` is by the clock on the wall.
    """

    count: int
    per_second: float
    mean: float
    p50: float
    p99: float
    slowest: float
    wall_p99: float

    def as_json(self) -> dict[str, float]:
        """Return the figures with their unit in the name."""
        return {
            "count": self.count,
            "per_second": round(self.per_second),
            "mean_us": round(self.mean, 1),
            "p50_us": round(self.p50, 1),
            "p99_us": round(self.p99, 1),
            "slowest_us": round(self.slowest, 1),
            "wall_p99_us": round(self.wall_p99, 1),
        }


def timed(calls: Iterable[Callable[[], Any]], *, passes: int = 3) -> Times:
    """Run every call once a pass, on one core, and return the pass with the middle mean.

    Nothing is warmed up first: compiled regular expressions and the like are paid for in the first pass.
    """
    ready = list(calls)
    gc.collect()
    measured = sorted((_pass(ready) for _ in range(passes)), key=lambda times: times.mean)
    return measured[len(measured) // 2]


def _pass(calls: list[Callable[[], Any]]) -> Times:
    worked, waited = [], []
    for call in calls:
        started, clock = thread_time_ns(), perf_counter_ns()
        call()
        waited.append((perf_counter_ns() - clock) / 1000)
        worked.append((thread_time_ns() - started) / 1000)
    mean = statistics.fmean(worked)
    return Times(
        count=len(worked),
        per_second=1e6 / mean,
        mean=mean,
        p50=statistics.median(worked),
        p99=_percentile(worked, 0.99),
        slowest=max(worked),
        wall_p99=_percentile(waited, 0.99),
    )


def _percentile(values: list[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def peak_mib() -> float:
    """Return the most memory that this process has held, in MiB (ru_maxrss: KiB on Linux, bytes on macOS)."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 2**20 if sys.platform == "darwin" else peak / 2**10


def held_mib() -> float:
    """Return the memory that this process holds now, in MiB; 0 where the system does not tell."""
    try:
        with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123  (a line of the kernel, not a file)
            return int(file.read().split()[1]) * resource.getpagesize() / 2**20
    except OSError:
        return 0.0


def use_one_core() -> None:
    """Keep this process, and the libraries that would start threads, on one core."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = "1"
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def machine() -> dict[str, Any]:
    """Return what the figures depend on, without anything that tells whose machine it is."""
    return {
        "system": platform.system(),
        "processor": platform.machine(),
        "cores": os.cpu_count(),
        "python": platform.python_version(),
    }
