"""Turn the third set of captions into JSON Lines, by the markup and checks of ../build.py.

Run: `python3 make.py [--doubts]`; --doubts also prints unmarked words that are names on the roll.
"""

import json
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "second")]

import build  # noqa: E402  (the folders above are no packages)
import make as second  # noqa: E402

OTHERS = ("dev", "heldback", "second/dev", "second/heldback")
EACH = ("phone", "email", "address", "postcode", "upn", "ni_number", "dob", "car_reg", "personal_profile")
LEAST = dict.fromkeys(EACH, 8) | {
    "captions": 300, "clean": 150, "nothing to find": 100, "names": 200, "pupil_full": 120,
    "first with a cue": 45, "surname with a cue": 35, "personal of those nine": 90,
}  # fmt: skip


def surnames_with_cue(rows: list[dict[str, object]]) -> int:
    """How many surnames stand beside a cue."""
    labels = [label for row in rows for label in row["labels"]]  # type: ignore[attr-defined]
    return sum(label["type"] == "pupil_surname" and label["cue"] for label in labels)


def named_before(rows: list[dict[str, object]]) -> list[str]:
    """What this part has in common with the other parts: a pupil named in full, or a text."""
    found = []
    for other in OTHERS:
        lines = (HERE.parent / f"{other}.jsonl").read_text(encoding="utf-8").splitlines()
        before = [json.loads(line) for line in lines]
        found += [f"in {other}: {upn}" for upn in build.whole_names(rows) & build.whole_names(before)]
        texts = {row["text"] for row in before}
        found += [f"text of {other}: {row['id']}" for row in rows if row["text"] in texts]
    return found


def main() -> None:
    """Build the part, print its counts as a table, and refuse one that falls short."""
    roll = build.Roll(HERE.parent / "roster.csv")
    build.HERE = HERE
    rows = build.build("heldback", roll=roll)
    tally = build.count(rows)
    tally["first with a cue"] = second.first_with_cue(rows)
    tally["surname with a cue"] = surnames_with_cue(rows)
    tally["personal of those nine"] = sum(tally[kind] for kind in EACH)
    if "--doubts" in sys.argv:
        second.bare_surnames(rows, roll=roll)
    for key in sorted(tally):
        print(f"| {key} | {tally[key]} |")
    short = [f"{key} {tally[key]}" for key, least in LEAST.items() if tally[key] < least]
    short += ["a text stands twice"] * (len({row["text"] for row in rows}) < len(rows))
    if short := short + named_before(rows):
        raise SystemExit("too few or repeated: " + ", ".join(short))


if __name__ == "__main__":
    main()
