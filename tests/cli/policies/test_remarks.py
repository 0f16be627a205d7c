from tests.cli.commands import POLICY, run


def lint(capsys, name, *words):
    """Run `gatepost policy lint`."""
    return run(capsys, "policy", "lint", name, "--today", "2026-11-21", *words)


def test_a_review_that_is_overdue_is_found(capsys):
    found = lint(capsys, POLICY, "--format", "json").json
    assert ("review-overdue", "error") in {(each["rule"], each["severity"]) for each in found["findings"]}


def test_before_its_day_a_review_is_not_overdue(capsys):
    found = run(capsys, "policy", "lint", POLICY, "--today", "2026-05-31", "--format", "json").json
    assert "review-overdue" not in {each["rule"] for each in found["findings"]}


def test_a_plain_text_is_linted_too(capsys, tmp_path):
    path = tmp_path / "policy.txt"
    path.write_text("Our policy\nNext review: May 2026\nWe follow Keeping Children Safe in Education 2022.\n", "utf-8")
    ran = lint(capsys, path, "--format", "json")
    assert (
        ran.status,
        {"review-overdue", "superseded-edition"} <= {each["rule"] for each in ran.json["findings"]},
    ) == (
        1,
        True,
    )


def test_people_are_told_the_day_and_the_counts(capsys):
    assert "as on 21 November 2026:" in lint(capsys, POLICY).out.splitlines()[-1]


def test_a_broken_pdf_is_refused_in_a_sentence(capsys, tmp_path):
    path = tmp_path / "policy.pdf"
    path.write_bytes(b"no pdf")
    ran = lint(capsys, path)
    assert (ran.status, ran.out, "cannot be" in ran.err) == (2, "", True)


def test_a_file_that_is_not_there_is_refused(capsys, tmp_path):
    assert [lint(capsys, tmp_path / name).status for name in ("a.txt", "a.pdf", "a.yaml")] == [2, 2, 2]
