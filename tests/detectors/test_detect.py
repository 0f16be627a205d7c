"""All detectors together: any text, in order, in time."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatepost.detectors import DETECTORS, detect_text
from gatepost.detectors.passage import Passage
from tests.detectors.names.roll import ROLL

CAPTION = (
    "Well done to Grace Young in Year 8, who scored twice for the netball team on Saturday! Thank you to Mrs Hale and"
    " all the families who came along to cheer. Next match: 14 March, 3pm. Call 01632 960142 for a place on the coach."
)
PIECES = st.sampled_from(
    ["Oliver", "Hartley", "#", "@", "07700 900123", " at ", "’s", "\ud800", "İ", "ß", "\n", "you are ", "14 Oak Road"]
)
LONG = [
    "Oliver Hartley ",
    "you are all so ",
    "the best school in the ",
    "07700 ",
    "@a",
    "a.b-",
    "Hartley, ",
    "flat 3 ab ",
    "x.com/",
]


@pytest.mark.parametrize("name", DETECTORS)
def test_every_detector_has_a_source_and_keeps_its_time_budget(name):
    detector = DETECTORS[name]
    list(detector.find(Passage(CAPTION, roster=ROLL)))
    times = []
    for _ in range(20):
        began = time.process_time()
        list(detector.find(Passage(CAPTION, roster=ROLL)))
        times.append(time.process_time() - began)
    assert detector.source
    assert min(times) * 1000 <= detector.budget_ms


@given(st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=30).map("".join))
def test_any_text_gives_ordered_findings_inside_it(text):
    found = detect_text(text, roster=ROLL)
    assert all(0 <= f.start < f.end <= len(text) and f.why for f in found)
    assert list(found) == sorted(found, key=lambda f: (f.start, f.end, f.type))


@pytest.mark.parametrize("piece", LONG)
def test_a_text_of_twice_the_length_takes_about_twice_the_time(piece):
    times = []
    for length in (20_000, 80_000):
        began = time.process_time()
        detect_text(piece * (length // len(piece)), roster=ROLL)
        times.append(time.process_time() - began)
    assert times[1] <= 10 * max(times[0], 0.02)


def test_only_the_types_asked_for_are_found():
    assert {f.type for f in detect_text(CAPTION, roster=ROLL, types=["phone"])} == {"phone"}


def test_a_pupil_is_not_another_person_too():
    assert "other_person" not in {f.type for f in detect_text("Grace Young won", roster=ROLL)}


def test_figures_have_one_meaning():
    assert [f.type for f in detect_text("UPN J998732116243", roster=ROLL)] == ["upn"]
