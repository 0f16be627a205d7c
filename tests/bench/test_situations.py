"""The situations that the bench decides on."""

import json
from collections import Counter

import pytest

from bench.situations import examples, situations
from gatepost import library
from gatepost.policy import parse_situation

SOME = situations(1_500)


def test_the_same_seed_gives_the_same_situations():
    assert situations(40, seed=3) == situations(40, seed=3)


def test_another_seed_gives_others():
    assert situations(40, seed=3) != situations(40, seed=4)


def test_every_situation_can_be_read():
    assert [parse_situation(row).kind for row in SOME] == [row["kind"] for row in SOME]


def test_the_five_policies_get_the_same_share():
    assert Counter(row["policy"] for row in SOME) == dict.fromkeys(library.IDS, len(SOME) // len(library.IDS))


def test_every_kind_of_situation_is_among_them():
    assert {row["kind"] for row in SOME} == {row["kind"] for row in examples()}


@pytest.mark.parametrize("key", ["expected", "refs", "route"])
def test_no_situation_carries_what_is_expected_of_it(key):
    assert not any(key in row for row in SOME)


def test_hardly_two_are_alike():
    alike = Counter(json.dumps([row["policy"], row["kind"], row["facts"]], sort_keys=True) for row in SOME)
    assert len(alike) > 0.98 * len(SOME)
