"""Turn the fourth set of captions into JSON Lines, by the markup and checks of ../build.py.

Run: `python3 make.py [--doubts]`; --doubts also prints unmarked words that are first names on the roll.
"""

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

import build  # noqa: E402  (the folder above is no package)

LEAST = {"captions": 200, "pupil_surname": 80, "car_reg": 18, "address": 18, "personal_profile": 16, "clean": 60}


def main() -> None:
    """Build the part and print its counts as a table."""
    roll = build.Roll(HERE.parent / "roster.csv")
    build.HERE = HERE
    tally = build.count(build.build("dev", roll=roll))
    for key in sorted(tally):
        print(f"| {key} | {tally[key]} |")
    if short := [f"{key} {tally[key]}" for key, least in LEAST.items() if tally[key] < least]:
        raise SystemExit("too few: " + ", ".join(short))


if __name__ == "__main__":
    main()
