from pathlib import Path

from tests.cli.commands import run

ROOT = Path(__file__).parents[2]


def test_the_reference_says_what_the_code_says(capsys):
    ran = run(capsys, "docs", "--check", "--root", ROOT)
    assert (ran.status, ran.out) == (0, "The reference is up to date.\n")


def test_a_page_that_is_out_of_date_is_named_and_written(capsys, tmp_path):
    (tmp_path / "src" / "gatepost" / "policy").mkdir(parents=True)
    before, _, after = (run(capsys, "docs", *words, "--root", tmp_path) for words in (["--check"], [], ["--check"]))
    assert (before.status, "docs/reference/facts.md" in before.out, after.status) == (1, True, 0)


def test_another_folder_is_refused(capsys, tmp_path):
    ran = run(capsys, "docs", "--root", tmp_path)
    assert (ran.status, "not the root" in ran.err) == (2, True)


def test_the_facts_are_printed_as_their_page(capsys):
    assert run(capsys, "facts").out == (ROOT / "docs" / "reference" / "facts.md").read_text("utf-8")
