import pytest

from gatepost.screening.given import facts_of, given, words


@pytest.mark.parametrize("data", [None, 3, [], "facts", {}, {"facts": None}, {"facts": [1]}])
def test_a_situation_without_facts_has_none(data):
    assert facts_of(data) == {}


GIVEN = {
    "a fact": ({"text": "Hello"}, "text", "Hello"),
    "a fact below another": ({"comment": {"text": "Hello"}}, "comment.text", "Hello"),
    "a fact under its whole path": ({"comment.text": "Hello"}, "comment.text", "Hello"),
    "an absent fact": ({}, "comment.text", None),
    "a fact below what is no mapping": ({"comment": "Hello"}, "comment.text", None),
}


@pytest.mark.parametrize(("facts", "path", "value"), GIVEN.values(), ids=GIVEN)
def test_a_fact_is_read_by_its_path(facts, path, value):
    assert given(facts, path) == value


def test_a_number_is_no_words():
    assert words({"text": 3}, "text") == ""
