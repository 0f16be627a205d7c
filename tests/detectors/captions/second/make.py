"""Turn the second set of captions into JSON Lines, by the markup and checks of ../build.py.

Run: `python3 make.py [--doubts]`; --doubts also prints unmarked words that are names on the roll.
"""

import re
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

import build  # noqa: E402  (the folder above is no package)

LEAST = {
    "pupil_surname": 40, "pupil_full": 60, "first with a cue": 25, "clean": 60, "personal": 50,
    "political": 10, "commercial": 10, "claim": 10, "future_place_time": 10, "abuse": 10,
    "disparaging": 10, "inflammatory": 10,
}  # fmt: skip


def first_with_cue(rows: list[dict[str, object]]) -> int:
    """How many first names stand beside a cue."""
    labels = [label for row in rows for label in row["labels"]]  # type: ignore[attr-defined]
    return sum(label["type"] == "pupil_first" and label["cue"] for label in labels)


def bare_surnames(rows: list[dict[str, object]], *, roll: build.Roll) -> None:
    """Print unmarked capitalised words that are surnames on the roll, for a reader to judge."""
    for row in rows:
        text, labels = str(row["text"]), row["labels"]
        for word in re.finditer(r"[^\W\d_][^\W\d_'’-]*", text):
            inside = any(x["start"] <= word.start() < x["end"] for x in labels)  # type: ignore[attr-defined]
            if word[0][0].isupper() and build.squash(word[0]) in roll.last and not inside:
                print(row["id"], word[0], text[:70].replace("\n", " "), sep="\t")


def shortfalls(parts: dict[str, list[dict[str, object]]]) -> list[str]:
    """Types of which a part has too few, texts that stand twice, and pupils named in both parts."""
    short = []
    for part, rows in parts.items():
        tally = build.count(rows) + build.Counter({"first with a cue": first_with_cue(rows)})
        short += [f"{part}: {key} {tally[key]}" for key, least in LEAST.items() if tally[key] < least]
    texts = [row["text"] for rows in parts.values() for row in rows]
    short += ["a text stands twice"] * (len(set(texts)) < len(texts))
    named = [build.whole_names(rows) for rows in parts.values()]
    return short + [f"in both: {upn}" for upn in (set.intersection(*named) if len(named) == 2 else ())]


def main() -> None:
    """Build each part whose source is there, and print its counts as a table."""
    roll = build.Roll(HERE.parent / "roster.csv")
    build.HERE = HERE
    parts = {p: build.build(p, roll=roll) for p in ("dev", "heldback") if (HERE / f"{p}.txt").exists()}
    tallies = {p: build.count(rows) for p, rows in parts.items()}
    for part, rows in parts.items():
        tallies[part]["first with a cue"] = first_with_cue(rows)
        if "--doubts" in sys.argv:
            bare_surnames(rows, roll=roll)
    for key in sorted({key for tally in tallies.values() for key in tally}):
        print(f"| {key} | " + " | ".join(str(tally[key]) for tally in tallies.values()) + " |")
    if short := shortfalls(parts):
        raise SystemExit("too few or repeated: " + ", ".join(short))


if __name__ == "__main__":
    main()
