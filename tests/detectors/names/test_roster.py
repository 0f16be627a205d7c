"""The index of the roll."""

import random

from gatepost.detectors import Person, Roster, detect_text

_BITS = "ba den ford ly ton mor wick sen ra ko vel hart ing sby mar le".split()


def _people(count: int) -> list[Person]:
    draw = random.Random(3)
    firsts = ["".join(draw.choices(_BITS, k=2)).title() for _ in range(3000)]
    lasts = ["".join(draw.choices(_BITS, k=3)).title() for _ in range(30000)]
    return [Person(upn=f"U{i}", legal_first=draw.choice(firsts), legal_last=draw.choice(lasts)) for i in range(count)]


def test_somebody_among_a_hundred_thousand_people_is_found():
    people = _people(100_000)
    wanted = people[77_777]
    found = detect_text(f"Well done {wanted.legal_first} {wanted.legal_last}!", roster=Roster(people))
    assert wanted.upn in {key for finding in found for key in finding.who}


def test_an_empty_roll_names_nobody():
    assert Roster([]).find("Oliver Hartley won") == ()


def test_a_name_that_many_share_says_nothing_of_who_is_meant():
    roll = Roster([Person(upn=f"U{i}", legal_first="Oliver", legal_last=f"Hart{i}x") for i in range(30)])
    (found,) = roll.find("Well done Oliver")
    assert found.who == ()


def test_all_who_share_a_whole_name_are_listed():
    roll = Roster([Person(upn=u, legal_first="Oliver", legal_last="Hartley") for u in ("U1", "U2")])
    (found,) = roll.find("Oliver Hartley won")
    assert found.who == ("U1", "U2")
