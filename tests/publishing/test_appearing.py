"""Whom a content uses is found in pictures, words, descriptions and quotations, with doubt kept as doubt."""

from typing import Any

import pytest

from gatepost.detectors import Person, Roster
from gatepost.publishing.appearing import appearing_in

ROSTER = Roster([
    Person(admission_no="p1", legal_first="Oliver", legal_last="Hartley"),
    Person(admission_no="p2", legal_first="Zofia", legal_last="Nowak", preferred_first="Zosia"),
    Person(admission_no="p3", legal_first="Oliver", legal_last="Marsh"),
    Person(admission_no="s4", legal_first="Ben", legal_last="Oduya", kind="staff"),
])  # fmt: skip


def content(text: str = "", *, alt: str = "", shown: tuple[int, ...] = (), named: tuple[int, ...] = ()) -> Any:
    pictures = [{"alt_text": alt, "pupils": list(shown)}] if alt or shown else []
    return {"text": text, "pictures": pictures, "named": list(named)}


def found(of: Any) -> set[tuple[int, str, bool]]:
    return {(one.pupil, one.how, one.maybe) for one in appearing_in(of, ROSTER)}


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        (content("Well done, Zofia!"), {(2, "named", False)}),
        (content("Well done, Zosia!"), {(2, "named", False)}),
        (content("A lovely day."), set()),
        (content("Thank you, Ben Oduya."), set()),
        (content(shown=(2,)), {(2, "picture", False)}),
        (content(alt="Zofia with a kite"), {(2, "alt_text", False)}),
        (content("Zofia said: “I loved the rockets.”"), {(2, "named", False), (2, "quote", False)}),
        (content("Zofia read “Macbeth”."), {(2, "named", False)}),
        (content("Zofia won.\nHer head said: “We are all very proud.”"), {(2, "named", False)}),
        (content("Oliver won."), {(1, "named", True), (3, "named", True)}),
        (content("Oliver Marsh won."), {(3, "named", False)}),
        (content("Oliver won.", named=(3,)), {(3, "named", False)}),
        (content(alt="Oliver with a kite"), set()),
        (content(alt="Oliver with a kite", shown=(3,)), {(3, "picture", False), (3, "alt_text", False)}),
        (content("Oliver won.", shown=(3,)), {(3, "picture", False), (3, "named", False)}),
    ],
)  # fmt: skip
def test_each_way_is_found_once_and_near_misses_are_not(of, expected):
    assert found(of) == expected


def test_a_name_in_full_is_told_from_a_first_name():
    names = {one.pupil: one.full for one in appearing_in(content("Zofia and Oliver Marsh won."), ROSTER)}
    assert names == {2: False, 3: True}


def test_a_name_that_is_sure_in_one_place_is_not_in_doubt_for_it():
    assert (3, "named", False) in found(content("Oliver Marsh ran. Oliver won."))
