from pathlib import Path

from tests.cli.commands import POLICY, run


def test_a_policy_is_shown_clause_by_clause(capsys):
    out = run(capsys, "policy", "show", POLICY).out
    assert "\n  1.2 (must not)  Surnames are not used.\n" in out


def test_a_policy_is_said_to_be_in_our_words(capsys):
    assert "in our words" in run(capsys, "policy", "show", "southport").out


def test_a_contradiction_is_shown(capsys):
    out = run(capsys, "policy", "show", POLICY).out
    assert "contradicts itself: 1.2 and 1.3" in out


def test_the_whole_policy_is_one_object(capsys):
    shown = run(capsys, "policy", "show", POLICY, "--format", "json").json
    clauses = [clause["ref"] for section in shown["sections"] for clause in section["clauses"]]
    assert (shown["id"], shown["next_review"], clauses) == ("thornfield", "2026-05", ["1.1", "1.2", "1.3", "2.1"])


def test_the_owners_words_are_told_from_ours(capsys, tmp_path):
    path = tmp_path / "own.yaml"
    ours = "            says: Surnames are not used.\n"
    text = Path(POLICY).read_text("utf-8")
    path.write_text(text.replace(ours, f"{ours}            wording: Leave surnames out.\n"), "utf-8")
    assert "Leave surnames out.\n      (the owner's own words)" in run(capsys, "policy", "show", path).out
