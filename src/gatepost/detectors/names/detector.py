"""The names detector's line for the table."""

from __future__ import annotations

from gatepost.detectors.detector import Detector
from gatepost.detectors.names.find import find_names

DETECTOR = Detector(
    name="names",
    types=frozenset({"pupil_full", "pupil_first", "pupil_surname", "other_person"}),
    find=find_names,
    source="the school's own roll; ambiguous words compiled for Gatepost from words, dates, places and brands",
    budget_ms=0.6,
)
