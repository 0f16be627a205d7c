import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatepost.cli.situations import read_entries


def test_every_entry_knows_its_line():
    text = '[\n {"id": 1},\n\n {"id": 2}, {"id": 3}\n]'
    assert [entry.line for entry in read_entries(text)] == [2, 4, 4]


def test_every_entry_of_a_yaml_list_knows_its_line():
    assert [entry.line for entry in read_entries("# two\n- id: 1\n  kind: post\n- id: 2\n")] == [2, 4]


def test_every_yaml_document_knows_its_line():
    assert [entry.line for entry in read_entries("id: 1\n---\n\nid: 2\n...\n---\nid: 3\n", name="x.yaml")] == [1, 4, 7]


PROBLEMS = {
    "an array that is not closed": ('[{"id": 1}, {"id": 2}', [True, True, False]),
    "an array with a comma missing": ('[{"id": 1} {"id": 2}]', [True, False]),
    "an array with a broken object": ('[{"id": 1}, {"id": ]', [True, False]),
    "two objects on one line": ('{"id": 1} {"id": 2}', [False]),
    "an object that is not closed": ('{"id": 1', [False]),
    "a line that is broken": ('{"id": 1}\n{"id": \n{"id": 3}', [True, False, True]),
    "a first line that is broken": ('{"id": \n{"id": 2}\n{"id": 3}', [False, True, True]),
    "a bare word": ("hello", [True]),
    "a number that is none": ('{"id": NaN}', [False]),
    "a very long number": (f'{{"id": {"9" * 5000}}}', [False]),
    "deep nesting": ("[" * 5000 + "]" * 5000, [False]),
    "deep nesting in YAML": ("- " * 500 + "x", [False]),
}


@pytest.mark.parametrize(("text", "sound"), PROBLEMS.values(), ids=PROBLEMS)
def test_what_cannot_be_read_is_a_problem_in_its_place(text, sound):
    assert [entry.problem is None for entry in read_entries(text)] == sound


def test_aliases_cost_no_more_than_what_they_stand_for():
    bomb = "a0: &a0 [x]\n" + "".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]\n" for i in range(1, 30))
    assert len(read_entries(bomb, name="bomb.yaml")) == 1


def test_a_problem_says_what_to_do():
    (entry,) = read_entries("")
    assert "`kind`" in entry.problem


@given(
    st.text(alphabet=st.sampled_from("{}[]:,-\"' \nab1&*!%#|>?.\u0000é\ud800"), max_size=60),
    st.sampled_from(["", "a.json", "a.yaml", "a.jsonl"]),
)
def test_no_text_is_too_odd_to_read(text, name):
    entries = read_entries(text, name=name)
    assert all(entry.line >= 1 for entry in entries)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_what_json_holds_is_read_as_it_is(value):
    (entry,) = read_entries(json.dumps([value]), name="a.json")
    assert entry.data == value
