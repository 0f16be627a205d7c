"""Each text detector against the time that it allows itself, and what twice the text costs."""

import time
from collections.abc import Callable

from bench.invented import people
from bench.report import Asked, Result
from gatepost.detectors import DETECTORS, Roster, detect_text
from gatepost.detectors.passage import Passage

CAPTION = (
    "What a week! Well done to our Year 8 netballers, who won 21-9 on Tuesday. Reminder: INSET day on Friday, "
    "so school opens on Monday at 8.40am. Ring the office on 01632 960123 with any questions."
)
PIECES = (
    "Well done to everyone. ",
    "07700 900123, ",
    "A. B. ",
    "https://a.b/c?d=e ",
    "1, ",
    "aaaa@",
    "### ",
    "O'Neill's ",
)
SHORT, LONG = 20_000, 80_000
"""Characters."""


def measure() -> Result:
    """Return each detector's best time on a caption as a share of its budget, and the cost of four times the text."""
    roster = Roster(people(2_000))
    shares = {
        name: _best(lambda detector=detector: list(detector.find(Passage(CAPTION, roster=roster))))  # type: ignore[misc]
        * 1000
        / detector.budget_ms
        for name, detector in DETECTORS.items()
    }
    growth = {piece.strip(): _grown(piece, roster) for piece in PIECES}
    return Result(
        "budgets",
        {
            "share of its budget that each detector takes": {name: round(share, 2) for name, share in shares.items()},
            "time of 80,000 characters over 20,000": {piece: round(times, 1) for piece, times in growth.items()},
        },
        (
            Asked("the dearest detector, of its budget", max(shares.values()), "×", at_most=1),
            Asked("four times the text, at worst", max(growth.values()), "×", at_most=8),
        ),
    )


def _grown(piece: str, roster: Roster) -> float:
    long, short = (piece * (length // len(piece)) for length in (LONG, SHORT))
    return _best(lambda: detect_text(long, roster=roster), 3) / _best(lambda: detect_text(short, roster=roster), 3)


def _best(work: Callable[[], object], tries: int = 20) -> float:
    """Return the least CPU seconds of so many tries, which noise on the machine can only raise."""
    times = []
    for _ in range(tries):
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return min(times)
