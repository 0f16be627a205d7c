"""Detectors: a text in, findings out. Pure: no network, no clock, no framework.

A finding says where and why; it decides nothing. `DETECTORS` is the table of all detectors of text, and `classify`
says what the free prose of a fact is about.
"""

from gatepost.detectors.detect import detect_text
from gatepost.detectors.detector import Detector
from gatepost.detectors.finding import Finding
from gatepost.detectors.names.lexicon import begins_sentences
from gatepost.detectors.names.person import Person
from gatepost.detectors.names.read import RosterError, read_roster
from gatepost.detectors.names.roster import Roster
from gatepost.detectors.table import DETECTORS
from gatepost.detectors.topics import classify

__all__ = [
    "DETECTORS",
    "Detector",
    "Finding",
    "Person",
    "Roster",
    "RosterError",
    "begins_sentences",
    "classify",
    "detect_text",
    "read_roster",
]
