"""Names and personal data in labelled school captions: Gatepost's detectors and presidio-analyzer, in one process.

The held-back part is only ever counted: nothing here prints a caption of it, or what was missed in it.
"""

from functools import partial
from typing import Any

from bench import presidio
from bench.detect_captions import PERSONAL, PUPILS
from bench.detect_captions import measure as measure_types
from bench.report import Asked, Result
from bench.scoring import GROUP_OF, Caption, Found, scores
from bench.situations import CAPTIONS, lines
from bench.timing import peak_mib, timed
from gatepost.detectors import Finding, Roster, detect_text, read_roster

SETS = ("dev", "heldback", "second/dev", "second/heldback", "third/heldback", "fourth/dev")
HELD_BACK = ("heldback", "third/heldback")
"""The parts on which the limits are asked: the first, and the last, which was counted once, after all tuning."""
SAME_JOB = (*PUPILS, *PERSONAL)
"""What presidio looks for too, so that the speed of the same job can be compared."""

TIMES_FASTER = 50
BETTER_THAN = ("names, recall", "names, precision", "personal data, recall", "personal data, precision")
BATCH = 128


def measure() -> Result:
    """Return recall, precision and texts per second of both on both sets."""
    roster = read_roster(CAPTIONS / "roster.csv")
    sets = {name: lines(CAPTIONS / f"{name}.jsonl") for name in SETS}
    texts = [row["text"] for rows in sets.values() for row in rows]
    ours = {
        "gatepost, all text detectors": _gatepost(sets, texts, roster, types=None),
        "gatepost, names and personal data": _gatepost(sets, texts, roster, types=SAME_JOB),
    }
    whole, same_job = ours.values()
    theirs: dict[str, Any] = {}
    for label, british in (("presidio as it comes", False), ("presidio, British", True)):
        theirs[label] = _presidio(sets, texts, british=british)
        theirs[label]["times slower than gatepost"] = {
            "same job, text by text": _ratio(theirs[label]["speed"], same_job["speed"]),
            "all our detectors, text by text": _ratio(theirs[label]["speed"], whole["speed"]),
            f"same job, presidio in batches of {BATCH}": _ratio(theirs[label]["speed in batches"], same_job["speed"]),
        }
    by_type = {f"gatepost by type, {name}": _by_type(rows, roster) for name, rows in sets.items()}
    roll = {"pupils on the roll": sum(person.kind == "pupil" for person in roster.people)}
    asked = [line for part in HELD_BACK for line in _asked_on(part, whole[part])]
    asked += _asked_beside(same_job["heldback"], theirs)
    return Result("captions", roll | ours | theirs | by_type, tuple(asked))


def _ratio(slower: dict[str, float], faster: dict[str, float]) -> float:
    return round(slower["mean_us"] / faster["mean_us"], 1)


def _gatepost(
    sets: dict[str, list[Caption]], texts: list[str], roster: Roster, *, types: tuple[str, ...] | None
) -> dict[str, Any]:
    search = partial(detect_text, roster=roster, types=types)
    scored = {name: scores(rows, [_spans(search(row["text"])) for row in rows]) for name, rows in sets.items()}
    return {**scored, "speed": timed(partial(search, text) for text in texts).as_json(), "peak_mib": round(peak_mib())}


def _spans(findings: tuple[Finding, ...]) -> list[Found]:
    return [Found(GROUP_OF[item.type], item.start, item.end) for item in findings if item.type in GROUP_OF]


def _by_type(rows: list[Caption], roster: Roster) -> dict[str, str]:
    """Return recall and precision of each type of which there are labels, under the stricter rule of that module."""
    measured = measure_types(rows, [tuple(detect_text(row["text"], roster=roster)) for row in rows])
    labelled = {name: line for name, line in measured.items() if isinstance(line, dict) and line.get("labels")}
    return {name: _line(**line) for name, line in labelled.items()}


def _line(*, labels: int, recall: float, findings: int, precision: float | None, **_: object) -> str:
    found = "nothing found" if precision is None else f"precision {precision:.3f} of {findings}"
    return f"recall {recall:.3f} of {labels}, {found}"


def _presidio(sets: dict[str, list[Caption]], texts: list[str], *, british: bool) -> dict[str, Any]:
    engine = presidio.analyzer(british=british)
    figures: dict[str, Any] = {}
    for name, rows in sets.items():  # which warms it up for the speed below
        figures[name] = scores(rows, [presidio.found(presidio.analyze(engine, row["text"]), row) for row in rows])
    figures["speed"] = timed((partial(presidio.analyze, engine, text) for text in texts), passes=1).as_json()
    batches = timed([partial(presidio.analyze_all, engine, texts, batch=BATCH)], passes=1).mean / len(texts)
    figures["speed in batches"] = {"per_second": round(1e6 / batches), "mean_us": round(batches, 1)}
    return {**figures, "peak_mib": round(peak_mib())}


def _asked_on(part: str, whole: dict[str, float]) -> list[Asked]:
    """Return what is asked of all detectors together on one held-back part."""
    limits = {
        "full names and surnames, recall": 0.97,
        "first names with a cue, recall": 0.90,
        "personal data, recall": 0.90,
        "personal data, precision": 0.95,
    }
    clean = "captions naming nobody, flagged"
    asked = [Asked(f"{part}: {name}", whole[name], "", at_least=limit) for name, limit in limits.items()]
    return [*asked, Asked(f"{part}: {clean}", whole[clean], "", at_most=0.05)]


def _asked_beside(same_job: dict[str, float], theirs: dict[str, Any]) -> list[Asked]:
    """Return what is asked beside presidio: how many times as fast, and no less found on the first held-back part."""
    asked: list[Asked] = []
    for label, figures in theirs.items():
        ratios = figures["times slower than gatepost"].items()
        asked += [
            Asked(f"throughput over {label}: {name}", ratio, "x", at_least=TIMES_FASTER)
            for name, ratio in ratios
            if name.endswith("text by text")
        ]
        held = figures["heldback"]
        asked += [Asked(f"{name}, beside {label}", same_job[name], "", at_least=held[name]) for name in BETTER_THAN]
    return asked
