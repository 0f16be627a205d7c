"""Invented rolls of any size, the same on every run."""

import random
from pathlib import Path

from gatepost.detectors import Person

NAMES = Path(__file__).parents[1] / "tests" / "detectors" / "captions" / "names.txt"
_BEFORE = "Ash Black Brad Brough Calder Clay Dun East Fair Garth Had Hart Holm Kel Lang Mar New Oak Pem Ros".split()
_MIDDLE = "a e i o u ing er en al is".split()
_AFTER = "bank beck bourne combe croft den field ford gate hurst leigh ley low mere stead thorpe ton wick worth".split()
_ENDINGS = "a ah an ella elle ena ia ie in is on us".split()


def listed_names() -> tuple[list[str], list[str]]:
    """Return the first names and the surnames of the lists by origin that the captions' roll is drawn from."""
    found: dict[str, list[str]] = {"first": [], "last": []}
    into: list[str] = []
    for line in NAMES.read_text("utf-8").splitlines():
        if line.startswith("["):
            into = found[line.strip("[]").split()[-1]]
        elif line and not line.startswith("#"):
            into += [word.replace("_", " ") for word in line.split()]
    return found["first"], found["last"]


def people(count: int, *, seed: int = 7) -> list[Person]:
    """Return so many pupils, of whom no two share a full name.

    Half of the names stand in the lists; the others are put together from syllables, so that a roll of a whole
    county does not repeat the few hundred names of one school.
    """
    rng = random.Random(seed)
    firsts, lasts = listed_names()
    firsts += [start + ending for start in firsts for ending in _ENDINGS if start.isalpha()]
    lasts += [before + middle + after for before in _BEFORE for middle in _MIDDLE for after in _AFTER]
    seen: set[tuple[str, str]] = set()
    while len(seen) < count:
        seen.add((rng.choice(firsts), rng.choice(lasts)))
    rows = sorted(seen)
    rng.shuffle(rows)
    return [
        Person(admission_no=f"{row:06}", legal_first=first, legal_last=last) for row, (first, last) in enumerate(rows)
    ]
