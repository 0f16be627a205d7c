"""The index of the roll."""

import random
import time

from gatepost.detectors import Person, Roster, detect_text

_BITS = "ba den ford ly ton mor wick sen ra ko vel hart ing sby mar le".split()


def _people(count: int) -> list[Person]:
    draw = random.Random(3)
    firsts = ["".join(draw.choices(_BITS, k=2)).title() for _ in range(3000)]
    lasts = ["".join(draw.choices(_BITS, k=3)).title() for _ in range(30000)]
    return [Person(upn=f"U{i}", legal_first=draw.choice(firsts), legal_last=draw.choice(lasts)) for i in range(count)]


def _best(work, tries: int) -> float:
    times = []
    for _ in range(tries):
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return min(times)


def test_a_hundred_thousand_people_are_indexed_within_a_second():
    people = _people(100_000)
    assert _best(lambda: Roster(people), 3) <= 1.0


def test_a_hundred_thousand_names_at_most_double_the_time_per_text():
    text = "Well done to everybody who came along on Saturday, and to Oliver Bennet in Year 8 for the winning goal!"
    small, large = (Roster(_people(n)) for n in (2_000, 100_000))
    times = [_best(lambda r=r: [detect_text(text, roster=r) for _ in range(200)], 5) for r in (small, large)]
    assert times[1] <= 2 * times[0]


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
