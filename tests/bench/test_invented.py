"""Invented rolls."""

from bench.invented import people


def test_the_same_seed_gives_the_same_roll():
    assert people(200, seed=1) == people(200, seed=1)


def test_no_two_pupils_share_a_full_name():
    assert len({(person.legal_first, person.legal_last) for person in people(5_000)}) == 5_000


def test_every_pupil_can_be_told_apart():
    assert len({person.key for person in people(5_000)}) == 5_000
