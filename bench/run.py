"""Measure Gatepost beside its peers: `python3 dev.py bench` runs everything, `--only NAME` one measurement.

Prints a plain table and keeps the figures in bench/results/latest.json. Each measurement runs in a process of its
own, so that its peak memory is its own. Nothing here is a test: a figure that misses what is asked is printed as such.
"""

import argparse
import json
import subprocess
import sys
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
LATEST = ROOT / "bench" / "results" / "latest.json"
MEASUREMENTS = {
    "check": "bench.check",
    "captions": "bench.captions",
    "roster": "bench.roster",
    "import": "bench.importing",
}


def main() -> int:
    """Read the command line and measure; returns 1 where a measurement could not be made."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", choices=MEASUREMENTS, help="measure this alone; the other kept figures stay")
    only = parser.parse_args().only
    if only:
        _keep(only)
        failed = []
    else:
        failed = [name for name in MEASUREMENTS if _in_its_own_process(name)]
    from bench.report import table

    sys.stdout.write(table(_kept([only] if only else [*MEASUREMENTS])) + "\n")
    for name in failed:
        sys.stdout.write(f"\n{name}: could not be measured; the lines above say why.\n")
    return 1 if failed else 0


def _in_its_own_process(name: str) -> int:
    sys.stderr.write(f"measuring {name} …\n")
    return subprocess.call([sys.executable, __file__, "--only", name], cwd=ROOT, stdout=subprocess.DEVNULL)


def _keep(name: str) -> None:
    """Measure, and write the figures among those that are kept."""
    from bench.timing import machine, use_one_core

    use_one_core()
    result = import_module(MEASUREMENTS[name]).measure()
    kept = json.loads(LATEST.read_text("utf-8")) if LATEST.is_file() else {"measurements": {}}
    kept |= {"date": datetime.now(tz=UTC).date().isoformat(), "machine": machine()}
    kept["measurements"][name] = result.as_json()
    LATEST.parent.mkdir(exist_ok=True)
    LATEST.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", "utf-8")


def _kept(names: list[str]) -> dict[str, Any]:
    kept: dict[str, Any] = json.loads(LATEST.read_text("utf-8"))
    found = {name: kept["measurements"][name] for name in names if name in kept["measurements"]}
    return {**kept, "measurements": found}


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))  # run as a file, so that `bench` is found as a package
    sys.exit(main())
