"""How spans are scored against labels, the same for every system."""

import pytest

from bench.scoring import DETAILS, NAMES, Found, beside_label, flagged, precision, recall

ROWAN = {"type": "pupil_full", "start": 10, "end": 20, "who": ["A"], "cue": False}
PHONE = {"type": "phone", "start": 30, "end": 40}
CAPTIONS = [{"clean": False, "labels": [ROWAN, PHONE]}, {"clean": True, "labels": []}]
RIGHT = [Found(NAMES, 10, 20), Found(DETAILS, 30, 40)]

# what is found in the first caption and in the second, then recall and precision of names, share of clean flagged
NAMES_FOUND = {
    "the label": (RIGHT, [], (1.0, 1.0, 0.0)),
    "most of the label": ([Found(NAMES, 10, 16)], [], (1.0, 1.0, 0.0)),
    "half of what is found is elsewhere": ([Found(NAMES, 15, 25)], [], (0.0, 0.0, 0.0)),
    "another group in its place": ([Found(DETAILS, 10, 20)], [], (0.0, 0.0, 0.0)),
    "a name where nobody is named": (RIGHT, [Found(NAMES, 0, 5)], (1.0, 0.5, 1.0)),
    "a name that is forgiven": (RIGHT, [Found(NAMES, 0, 5, forgiven=True)], (1.0, 1.0, 0.0)),
}


@pytest.mark.parametrize(("first", "second", "expected"), NAMES_FOUND.values(), ids=NAMES_FOUND)
def test_names_are_scored_by_place_and_group(first, second, expected):
    found = [first, second]
    met = recall(CAPTIONS, found, wanted=lambda label: label["type"] == "pupil_full")
    assert (met, precision(CAPTIONS, found, group=NAMES), flagged(CAPTIONS, found)) == expected


STAFF = {"type": "staff", "start": 0, "end": 10}
BESIDE = {"a teacher": ([STAFF], True), "a pupil": ([{**STAFF, "type": "pupil_full"}], False), "nobody": ([], False)}


@pytest.mark.parametrize(("labels", "beside"), BESIDE.values(), ids=BESIDE)
def test_only_somebody_off_the_roll_is_forgiven(labels, beside):
    assert beside_label(0, 10, labels) is beside
