"""What nobody sees in a text hides nobody: soft hyphens, spaces without width and marks of direction are read past."""

import pytest

from gatepost.detectors import Person, Roster, detect_text
from gatepost.detectors.unseen import is_blank

ROSTER = Roster([Person(admission_no="7", legal_first="Zofia", legal_last="Nowak")])
UNSEEN = {"soft hyphen": "\u00ad", "space without width": "\u200b", "joiner": "\u2060", "direction": "\u200e"}


@pytest.mark.parametrize("mark", UNSEEN.values(), ids=UNSEEN)
def test_a_name_is_found_with_all_that_stands_in_it(mark):
    text = f"Well done Zo{mark}fia No{mark}wak!"
    (found,) = detect_text(text, roster=ROSTER, types=["pupil_full"])
    assert text[found.start : found.end] == f"Zo{mark}fia No{mark}wak"


def test_two_names_that_meet_without_a_space_that_shows_are_two():
    (found,) = ROSTER.find("Well done Zofia\u200bNowak!")
    assert (found.type, found.who) == ("pupil_full", ("7",))


def test_a_telephone_number_is_found_around_what_nobody_sees():
    (found,) = detect_text("Ring 07700\u00ad900\u00ad123 today ❤️", types=["phone"])
    assert (found.type, found.start, found.end) == ("phone", 5, 18)


@pytest.mark.parametrize(
    "text", ["", " \n\t", "\u200b", "\u2060 \u200d", "\u00ad\ufeff", "\u3164", "\u2800", "\u0301", "\x00"]
)
def test_what_shows_nothing_is_no_word(text):
    assert is_blank(text)


@pytest.mark.parametrize("text", [".", "ok\u200b", "\U0001f44d", "\u0645", "\u5b66", "e\u0301", "-"])
def test_what_shows_anything_is_not_blank(text):
    assert not is_blank(text)
