"""Whether the register refuses notes that give a secret away, and lets all others stand.

1,000 notes with a secret and 1,000 without from each of four generators: three to tune on, and one that is held back
and written in another way. Asked of each: of the secrets at least 95 % are refused, and of the refused at least 95 %
are secrets.
"""

from collections.abc import Iterable
from time import perf_counter
from typing import Any, Final

from bench.report import Asked, Result
from bench.secret_notes import Note, notes
from bench.secret_notes_kept import kept_notes
from bench.secret_notes_typed import typed_notes
from bench.secret_notes_written import written_notes
from gatepost.detectors.secrets import find_secrets

SEED: Final = 2026
COUNT: Final = 1_000
AT_LEAST: Final = 0.95


def measure() -> Result:
    """Return recall and precision of the refusal on both sets, and the time that a note takes."""
    figures = {
        "notes to tune on": refusal(notes(SEED, count=COUNT)),
        "typed notes to tune on": refusal(typed_notes(SEED, count=COUNT)),
        "written notes to tune on": refusal(written_notes(SEED, count=COUNT)),
        "notes held back": refusal(kept_notes(SEED, count=COUNT)),
    }
    asked = [
        Asked(f"{figure} of the refusal, {name}", found[figure], "", at_least=AT_LEAST)
        for name, found in figures.items()
        for figure in ("recall", "precision")
    ]
    return Result("secrets", {"secrets": COUNT, "ordinary notes": COUNT, **figures}, tuple(asked))


def refusal(labelled: Iterable[Note]) -> dict[str, Any]:
    """Return the share of the secrets that are refused, the share of the refused that are secrets, and the time."""
    every = list(labelled)
    began = perf_counter()
    refused = [bool(find_secrets(note)) for note, _ in every]
    each = (perf_counter() - began) * 1000 / len(every)
    right = sum(found and secret for found, (_, secret) in zip(refused, every, strict=True))
    secrets = sum(secret for _, secret in every)
    return {
        "recall": round(right / secrets, 4),
        "precision": round(right / max(1, sum(refused)), 4),
        "ms_each": round(each, 3),
    }
