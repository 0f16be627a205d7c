"""Measure Gatepost beside its peers: `python3 dev.py bench` runs everything, `--only NAME` one measurement.

Prints a plain table and keeps the figures in bench/results/latest.json. Each measurement runs in a process of its
own, so that its peak memory is its own. Nothing here is a test: a figure that misses what is asked is printed as such.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
LATEST = ROOT / "bench" / "results" / "latest.json"
PAGE = ROOT / "docs" / "reference" / "benchmarks.md"
MEASUREMENTS = {
    "check": "bench.check",
    "captions": "bench.captions",
    "roster": "bench.roster",
    "budgets": "bench.budgets",
    "check_request": "bench.check_request",
    "import": "bench.importing",
    "consents_import": "bench.consents_import",
    "pictures": "bench.pictures",
    "permissions": "bench.permissions",
    "secrets": "bench.secrets_refused",
    "trust_accounts": "bench.trust_accounts",
}


def main() -> int:
    """Read the command line and measure; returns 1 where a measurement could not be made."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", choices=MEASUREMENTS, help="measure this alone; the other kept figures stay")
    parser.add_argument("--page", action="store_true", help="write the kept figures into docs/reference/benchmarks.md")
    args = parser.parse_args()
    os.environ["TLDEXTRACT_PUBLIC_SUFFIX_LIST_URLS"] = ""  # or presidio's e-mail recogniser fetches a list of domains
    failed = [] if args.page else _measured(args.only)
    from bench.report import table, with_table

    printed = table(_kept([args.only] if args.only else MEASUREMENTS))
    if args.page:
        PAGE.write_text(with_table(PAGE.read_text("utf-8"), printed), "utf-8")
    sys.stdout.write(printed + "\n")
    for name in failed:
        sys.stdout.write(f"\n{name}: could not be measured; the lines above say why.\n")
    return 1 if failed else 0


def _measured(only: str | None) -> list[str]:
    """Measure one thing here, or each in a process of its own; return the names of those that failed."""
    if only:
        _keep(only)
        return []
    LATEST.unlink(missing_ok=True)  # an older figure must not stand in for one that could not be measured
    return [name for name in MEASUREMENTS if _in_its_own_process(name)]


def _in_its_own_process(name: str) -> int:
    sys.stderr.write(f"measuring {name} …\n")
    return subprocess.call([sys.executable, __file__, "--only", name], cwd=ROOT, stdout=subprocess.DEVNULL)


def _keep(name: str) -> None:
    """Measure, and write the figures among those that are kept."""
    from bench.timing import machine, use_one_core

    use_one_core()
    result = import_module(MEASUREMENTS[name]).measure()
    kept = json.loads(LATEST.read_text("utf-8")) if LATEST.is_file() else {}
    kept[name] = {"date": datetime.now(tz=UTC).date().isoformat(), "machine": machine(), **result.as_json()}
    LATEST.parent.mkdir(exist_ok=True)
    LATEST.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", "utf-8")


def _kept(names: Iterable[str]) -> dict[str, Any]:
    kept: dict[str, Any] = json.loads(LATEST.read_text("utf-8")) if LATEST.is_file() else {}
    return {name: kept[name] for name in names if name in kept}


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))  # run as a file, so that `bench` is found as a package
    sys.exit(main())
