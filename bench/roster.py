"""A school's roll against a county's: building it, and the time per text."""

import gc
import tracemalloc
from functools import partial
from time import perf_counter
from typing import Any

from bench.invented import people
from bench.report import Asked, Result
from bench.situations import CAPTIONS, lines
from bench.timing import Times, held_mib, peak_mib, timed
from gatepost import library
from gatepost.detectors import Person, Roster, detect_text
from gatepost.policy import Verdict
from gatepost.screening import screen

SMALL, LARGE = 2_000, 100_000
BUILDS = 5
PASSES = 5


def measure() -> Result:
    """Return what rolls of 2,000 and 100,000 invented pupils cost to build, to hold and to search with."""
    texts = _texts(people(SMALL))
    figures: dict[str, Any] = {"texts": len(texts)}
    seconds: dict[int, float] = {}
    names: dict[int, Times] = {}
    whole: dict[int, Times] = {}
    checks: dict[int, Times] = {}
    for size in (SMALL, LARGE):
        rows = people(size)
        roster, seconds[size], held = _built(rows)
        names[size] = timed((partial(roster.find, text) for text in texts), passes=PASSES)
        whole[size] = timed((partial(detect_text, text, roster=roster) for text in texts), passes=PASSES)
        checks[size] = timed((partial(_check, text, roster) for text in texts), passes=PASSES)
        figures[f"{size:,} pupils"] = {
            "build_s": round(seconds[size], 3),
            "build_allocated_mib": round(_allocated(rows), 1),
            "build_held_mib": round(held, 1),
            "names alone": names[size].as_json(),
            "all text detectors": whole[size].as_json(),
            "a whole check of a post": checks[size].as_json(),
        }
    figures["peak_mib"] = round(peak_mib())
    return Result("roster", figures, _asked(seconds, names, whole, checks))


def _asked(seconds: dict[int, float], *timed_by_size: dict[int, Times]) -> tuple[Asked, ...]:
    over = f"time per text, {LARGE:,} over {SMALL:,}"
    ratios = [times[LARGE].mean / times[SMALL].mean for times in timed_by_size]
    what = ("names alone", "all text detectors", "a whole check of a post")
    return (
        *(Asked(f"{name}, {over}", ratio, "x", at_most=2.0) for name, ratio in zip(what, ratios, strict=True)),
        Asked(f"building a roll of {LARGE:,}", seconds[LARGE], "s", at_most=1.0),
    )


def _check(text: str, roster: Roster) -> Verdict:
    """Decide on a post of the text alone, as `gatepost check` does, under the first policy and the baseline."""
    facts = {"channel": "facebook", "account": "official", "text": text}
    return screen(
        {"kind": "post", "facts": facts},
        policies=(library.compiled(library.IDS[0]), library.compiled(library.BASELINE)),
        roster=roster,
    )


def _texts(pupils: list[Person]) -> list[str]:
    """Return the captions to tune on, every other one with the name of somebody on the small roll at its end."""
    captions = [row["text"] for row in lines(CAPTIONS / "dev.jsonl")]
    praise = [f" Well done {pupil.legal_first} {pupil.legal_last}!" for pupil in pupils]
    return [text + (praise[i] if i % 2 else "") for i, text in enumerate(captions)]


def _built(rows: list[Person]) -> tuple[Roster, float, float]:
    """Return the roll, the median seconds of building it, and the MiB that the process grew by with the first."""
    gc.collect()
    before = held_mib()
    kept, first = _build(rows)
    grown = held_mib() - before
    spent = [first, *(_build(rows)[1] for _ in range(BUILDS - 1))]
    return kept, sorted(spent)[BUILDS // 2], grown


def _build(rows: list[Person]) -> tuple[Roster, float]:
    started = perf_counter()
    roster = Roster(rows)
    return roster, perf_counter() - started


def _allocated(rows: list[Person]) -> float:
    """Return the most that Python allocated while building, in MiB, in a build that is not timed (tracemalloc)."""
    tracemalloc.start()
    Roster(rows)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 2**20
