"""Two policies, parameter by parameter."""

import json
from dataclasses import replace

import pytest

from gatepost import library
from gatepost.policy.compare import compare, in_words
from gatepost.policy.document import Channel, Month
from tests.policy.invented import CONTROLS, document

WIDE = CONTROLS["contact_bar"](people=("pupil", "parent"), except_family="close")
NARROW = CONTROLS["contact_bar"](people=("parent", "pupil"), except_family="none")
BACKGROUND = CONTROLS["background"]()


def found(a, b, **head):
    """The differences of two policies of one clause each, as their parameters and values."""
    one, two = document("a", [("1", "must", a)], **head), document("b", [("2", "must", b)])
    rows = compare(one, two).differences
    return {
        (row.about, row.parameter): ([item.value for item in row.a], [item.value for item in row.b])
        for row in rows
        if (row.about, row.parameter) != ("head", "adopted_by")
    }


def test_a_parameter_that_differs_is_found_and_the_order_of_words_is_not():
    assert found([WIDE], [NARROW]) == {("contact_bar", "except_family"): (["close"], ["none"])}


def test_a_control_that_only_one_policy_has_is_found_with_its_answer():
    differences = found([BACKGROUND, WIDE], [WIDE])
    assert differences == {("background", ""): ([BACKGROUND.explain()], [])}


def test_a_head_that_differs_is_found():
    assert found([WIDE], [WIDE], next_review=Month(2027, 6))[("head", "next_review")] == (["2027-06"], [])


def test_a_channel_that_differs_is_found_by_its_platform():
    channels = (Channel("facebook", "1", posters=("headteacher",)),)
    assert list(found([WIDE], [WIDE], channels=channels)) == [("channels", "facebook")]


def test_the_clauses_of_each_value_stand_with_it():
    a, b = document("a", [("1.1", "must", [WIDE]), ("1.2", "must", [NARROW])]), document("b", [("2.1", "must", [WIDE])])
    row = next(row for row in compare(a, b).differences if row.parameter == "except_family")
    assert [(item.value, item.refs) for item in row.a] == [("close", ("1.1",)), ("none", ("1.2",))]


@pytest.mark.parametrize("name", library.IDS)
def test_a_policy_does_not_differ_from_itself(name):
    assert compare(library.document(name), library.document(name)).differences == ()


@pytest.mark.parametrize("name", library.IDS)
def test_every_pair_of_the_library_compares_both_ways(name):
    first = library.document(library.IDS[0])
    there, back = compare(first, library.document(name)), compare(library.document(name), first)
    assert json.loads(json.dumps(there.as_json()))["same"] == there.same
    assert [(row.about, row.parameter) for row in there.differences if row.about != "channels"] == [
        (row.about, row.parameter) for row in back.differences if row.about != "channels"
    ]


def test_a_renamed_policy_does_not_differ():
    policy = library.document(library.IDS[0])
    assert compare(policy, replace(policy, head=replace(policy.head, id="copy"))).differences == ()


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "none named"),
        ((), "none named"),
        (True, "yes"),
        (False, "no"),
        (24, "24"),
        (("b_c", "a"), "a and b c"),
        ("principal|ceo", "principal or ceo"),
        ("elt+slt", "elt and slt"),
        (Month(2026, 5), "2026-05"),
    ],
)
def test_a_value_is_put_in_words(value, words):
    assert in_words(value) == words
