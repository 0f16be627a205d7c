"""Recall and precision of the text detectors on labelled captions, as JSON.

    python bench/detect_captions.py CAPTIONS.jsonl ROSTER.csv [--misses] [--contacts FILE]

A caption is `{"id", "text", "labels": [{"type", "start", "end", "who": [upn, …]}], "clean": true}`. A finding meets a
label of the same group when they share more than half of the longer span. Names count as found under any pupil type.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from gatepost.detectors import Finding, detect_text, read_roster

PUPILS = ("pupil_full", "pupil_first", "pupil_surname")
PERSONAL = ("phone", "email", "address", "postcode", "upn", "ni_number", "dob", "car_reg", "personal_profile")
CONTENT: tuple[str, ...] = (
    "commercial_link",
    "donation_link",
    "political",
    "commercial",
    "claim",
    "future_place_time",
    "abuse",
)
CONTENT += ("disparaging", "inflammatory", "other_person", "school_contact")


def overlap(start: int, end: int, other_start: int, other_end: int) -> float:
    """Shared characters as a part of the longer span."""
    shared = min(end, other_end) - max(start, other_start)
    return shared / max(end - start, other_end - other_start, 1)


def meets(finding: Finding, label: dict[str, Any]) -> bool:
    """Whether a finding is of the label's type (any pupil type for a pupil) and place."""
    same = finding.type == label["type"] or (finding.type in PUPILS and label["type"] in PUPILS)
    return same and overlap(finding.start, finding.end, label["start"], label["end"]) > 0.5


def measure(captions: list[dict[str, Any]], found: list[tuple[Finding, ...]]) -> dict[str, Any]:
    """Per type: labels, labels met, findings, findings that met one; and the clean captions where a pupil was found."""
    labels: Counter[str] = Counter()
    met: Counter[str] = Counter()
    made: Counter[str] = Counter()
    right: Counter[str] = Counter()
    who = Counter[str]()
    for caption, findings in zip(captions, found, strict=True):
        for label in caption["labels"]:
            labels[label["type"]] += 1
            hits = [f for f in findings if meets(f, label)]
            met[label["type"]] += bool(hits)
            if hits and label.get("who"):
                who["right" if set(label["who"]) & {w for f in hits for w in f.who} else "wrong"] += 1
        for f in findings:
            made[f.type] += 1
            right[f.type] += any(meets(f, label) for label in caption["labels"])
    groups = {"pupils": PUPILS, "personal_data": PERSONAL}
    out: dict[str, Any] = {g: _line(types, labels, met, made, right) for g, types in groups.items()}
    out |= {t: _line((t,), labels, met, made, right) for t in (*PUPILS, *PERSONAL, *CONTENT)}
    clean = [f for c, f in zip(captions, found, strict=True) if c.get("clean")]
    flagged = sum(any(x.type in PUPILS for x in f) for f in clean)
    return out | {
        "who": dict(who),
        "clean": {"captions": len(clean), "flagged": flagged, "rate": flagged / max(1, len(clean))},
    }


def _line(
    types: tuple[str, ...], labels: Counter[str], met: Counter[str], made: Counter[str], right: Counter[str]
) -> dict[str, float | int | None]:
    n, hit, all_made, ok = (sum(c[t] for t in types) for c in (labels, met, made, right))
    recall, precision = (hit / n if n else None), (ok / all_made if all_made else None)
    return {"labels": n, "met": hit, "recall": recall, "findings": all_made, "right": ok, "precision": precision}


def misses(captions: list[dict[str, Any]], found: list[tuple[Finding, ...]]) -> list[str]:
    """One line for every label not met and every finding that met none, for a set that may be tuned on."""
    return [line for c, findings in zip(captions, found, strict=True) for line in _differences(c, findings)]


def _differences(caption: dict[str, Any], findings: tuple[Finding, ...]) -> Iterator[str]:
    text = caption["text"]
    for label in caption["labels"]:
        if not any(meets(f, label) for f in findings):
            yield f"MISSED {label['type']} {text[label['start'] : label['end']]!r} in {text!r}"
    for f in findings:
        if not any(meets(f, label) for label in caption["labels"]):
            yield f"EXTRA {f.type} {text[f.start : f.end]!r} in {text!r} ({f.why})"


def main() -> None:
    """Read, detect, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("captions", type=Path)
    parser.add_argument("roster", type=Path)
    parser.add_argument("--contacts", type=Path)
    parser.add_argument("--misses", action="store_true", help="list them: only for a set that may be tuned on")
    options = parser.parse_args()
    captions = [json.loads(line) for line in options.captions.read_text(encoding="utf-8").splitlines() if line]
    roster = read_roster(options.roster)
    contacts = options.contacts.read_text(encoding="utf-8").splitlines() if options.contacts else ()
    began = time.perf_counter()
    found = [detect_text(c["text"], roster=roster, contacts=contacts) for c in captions]
    each = (time.perf_counter() - began) / max(1, len(captions))
    print(json.dumps(measure(captions, found) | {"milliseconds_each": each * 1000}, indent=1))
    if options.misses:
        print("\n".join(misses(captions, found)))


if __name__ == "__main__":
    main()
