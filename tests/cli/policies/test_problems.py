from pathlib import Path

from gatepost import library
from tests.cli.commands import POLICY, given, run


def broken(tmp_path):
    """A policy with a control that there is not."""
    path = tmp_path / "broken.yaml"
    path.write_text(Path(POLICY).read_text("utf-8").replace("name_style", "name_stile"), "utf-8")
    return path


def test_a_sound_policy_can_be_used(capsys):
    ran = run(capsys, "policy", "validate", POLICY)
    assert (ran.status, "can be used: 4 clauses, 6 points" in ran.out) == (0, True)


def test_a_policy_of_the_library_can_be_named_by_its_id(capsys):
    assert run(capsys, "policy", "validate", library.IDS[0]).status == 0


def test_a_problem_says_where_it_is_and_what_to_write(capsys, tmp_path):
    path = broken(tmp_path)
    ran = run(capsys, "policy", "validate", path)
    assert (ran.status, f" --> {path}:26:" in ran.out, "`name_style`" in ran.out) == (1, True, True)


def test_problems_are_objects_for_programs(capsys, tmp_path):
    said = run(capsys, "policy", "validate", broken(tmp_path), "--format", "json").json
    assert (said["valid"], [*said["problems"][0]]) == (False, ["file", "line", "column", "message", "hint"])


def test_standard_input_is_validated(capsys, monkeypatch):
    given(monkeypatch, Path(POLICY).read_bytes())
    assert run(capsys, "policy", "validate", "-").status == 0


def test_a_file_that_is_not_there_is_refused_with_two(capsys, tmp_path):
    assert run(capsys, "policy", "validate", tmp_path / "none.yaml").status == 2


SUPPLEMENT = """
policy: thornfield-infants
title: Supplement
note: Invented.
adopted_by: Thornfield Infants
supplements: thornfield
sections:
  - id: '1'
    title: Posts
    clauses:
      - ref: '1.2'
        points:
          - strength: must_not
            says: Surnames are not used.
            controls: [{name_style: {barred_styles: [%s]}}]
"""


def supplement(tmp_path, styles):
    """A school's supplement beside its trust's policy."""
    (tmp_path / "thornfield.yaml").write_bytes(Path(POLICY).read_bytes())
    path = tmp_path / "infants.yaml"
    path.write_text(SUPPLEMENT % styles, "utf-8")
    return path


def test_a_supplement_that_loosens_is_a_problem(capsys, tmp_path):
    ran = run(capsys, "policy", "validate", supplement(tmp_path, "full"))
    assert (ran.status, "1.2" in ran.out) == (1, True)


def test_a_supplement_that_tightens_is_none(capsys, tmp_path):
    assert run(capsys, "policy", "validate", supplement(tmp_path, "first, surname, full")).status == 0
