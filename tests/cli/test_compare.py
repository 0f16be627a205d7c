"""`gatepost policy compare`: in plain words for people, and as one object."""

import json

import pytest

from gatepost.cli.main import main

POLICY = """
policy: {id}
title: Example
note: Invented.
adopted_by: Example School
sections:
  - id: '1'
    title: One
    clauses:
      - ref: {ref}
        points: [{{strength: must, says: a, controls: [{control}]}}]
"""


@pytest.fixture
def compared(tmp_path, capsys):
    """Compare two policies that differ in one control, and return the status and what was printed."""

    def compare(one, two, *options):
        for name, ref, control in (("one", "'1.1'", one), ("two", "'2.1'", two)):
            text = POLICY.format(id=name, ref=ref, control=control)
            (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
        status = main(["policy", "compare", str(tmp_path / "one.yaml"), str(tmp_path / "two.yaml"), *options])
        return status, capsys.readouterr().out

    return compare


def test_a_differing_parameter_is_shown_with_both_values_and_clauses(compared):
    status, out = compared("oversight: {route: dsl}", "oversight: {route: principal|ceo}")
    assert status == 0
    assert [line.split(maxsplit=1) for line in out.splitlines()[-2:]] == [
        ["one", "dsl (1.1)"],
        ["two", "principal or ceo (2.1)"],
    ]


def test_policies_that_agree_are_said_to(compared):
    assert "They differ on 0 things" in compared("oversight", "oversight")[1]


def test_a_control_that_only_one_has_is_said_not_to_be_there(compared):
    out = compared("oversight", "background")[1]
    assert "does not say" in out
    assert "background: A private site left running at work." in out


def test_the_object_names_the_parameter_and_both_sides(compared):
    found = json.loads(compared("oversight: {route: dsl}", "oversight", "--format", "json")[1])
    (difference,) = found["differences"]
    assert (difference["about"], difference["parameter"], difference["only"]) == ("oversight", "route", None)
    assert [side[0]["refs"] for side in (difference["a"], difference["b"])] == [["1.1"], ["2.1"]]


def test_a_policy_that_is_not_there_is_a_usage_problem(capsys):
    assert main(["policy", "compare", "nowhere", "nowhere"]) == 2
    assert "There is no policy" in capsys.readouterr().err
