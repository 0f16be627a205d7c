"""The shape of a detector: a name, what it finds, where its pattern comes from and how long it may take."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from gatepost.detectors.finding import Finding
from gatepost.detectors.passage import Passage


@dataclass(frozen=True, slots=True)
class Detector:
    """One detector. `budget_ms` is the mean time for a caption of 200 characters, in milliseconds, on one core."""

    name: str
    types: frozenset[str]
    find: Callable[[Passage], Iterable[Finding]]
    source: str
    budget_ms: float
