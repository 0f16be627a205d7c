"""One decision: 10,000 situations under five policies and the baseline, without detectors and with all of them."""

from collections import Counter
from functools import partial
from pathlib import Path
from typing import Any

from bench.cedar import Under, measure_cedar
from bench.report import Asked, Result
from bench.situations import CAPTIONS, Situation, situations
from bench.timing import peak_mib, timed
from gatepost import library
from gatepost.policy import evaluate, parse_situation

COUNT = 10_000
ROSTER = CAPTIONS / "roster.csv"


def measure() -> Result:
    """Return decisions per second and times per decision, with Cedar's beside them."""
    rows = situations(COUNT)
    under: Under = {name: (library.compiled(name), library.compiled(library.BASELINE)) for name in library.IDS}
    engine = _engine(rows, under)
    engine_peak = peak_mib()
    cedar = measure_cedar(rows, under)
    screening = _screening(rows, under)
    asked = (
        Asked("p99 of a decision without detectors", engine["p99_us"] / 1000, "ms", at_most=1.0),
        Asked("p99 of a decision with all text detectors", screening["p99_us"] / 1000, "ms", at_most=5.0),
    )
    figures = {
        "situations": {"count": COUNT, "kinds": dict(Counter(row["kind"] for row in rows).most_common())},
        "without detectors": {**engine, "peak_mib": round(engine_peak)},
        "with all text detectors": {**screening, "peak_mib": round(peak_mib())},
        "cedar": cedar,
    }
    return Result("check", figures, asked)


def _engine(rows: list[Situation], under: Under) -> dict[str, Any]:
    read = [(under[row["policy"]], parse_situation(row)) for row in rows]
    outcomes = Counter(evaluate(policies, situation).outcome for policies, situation in read)
    times = timed(partial(evaluate, policies, situation) for policies, situation in read)
    return {**times.as_json(), "outcomes": dict(outcomes.most_common())}


def _screening(rows: list[Situation], under: Under) -> dict[str, Any]:
    """Time what `gatepost check` does with one situation: read it, search its texts, decide."""
    from gatepost.detectors import read_roster
    from gatepost.screening import screen

    roster = read_roster(Path(ROSTER))
    every = timed(partial(screen, row, policies=under[row["policy"]], roster=roster) for row in rows)
    texts = [row for row in rows if _has_text(row)]
    worded = timed(partial(screen, row, policies=under[row["policy"]], roster=roster) for row in texts)
    people = {"pupils_on_the_roll": sum(person.kind == "pupil" for person in roster.people)}
    return {**every.as_json(), **people, "only those with a text": worded.as_json()}


def _has_text(row: Situation) -> bool:
    facts = row["facts"]
    return bool(facts.get("text") or (facts.get("comment") or {}).get("text"))
