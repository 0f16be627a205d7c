"""Every mistake that we know people make in a document, and the exact words with which it comes back.

`GATEPOST_WRITE_GOLDEN=1` writes the expected files anew; read the difference before you commit it.
"""

import os
from pathlib import Path

import pytest

from gatepost.policy.errors import PolicyError
from gatepost.policy.reading.document import read_document

HERE = Path(__file__).parent
BAD = sorted((HERE / "bad").glob("*.yaml"))
SOUND = (HERE / "sound.yaml").read_bytes()


def complaint(path: Path) -> str:
    """What the reader says of a bad document, as the command line prints it."""
    with pytest.raises(PolicyError) as caught:
        read_document(path.read_bytes(), file=path.name)
    return f"{caught.value}\n"


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_a_bad_document_is_refused_in_these_words(path):
    golden = path.with_suffix(".expected.txt")
    if os.environ.get("GATEPOST_WRITE_GOLDEN") == "1":
        golden.write_text(complaint(path), encoding="utf-8")
    assert complaint(path) == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_every_complaint_has_a_place_a_sentence_and_a_hint(path):
    with pytest.raises(PolicyError) as caught:
        read_document(path.read_bytes(), file=path.name)
    problems = caught.value.problems
    assert [problem for problem in problems if not (problem.message.endswith(".") and problem.hint)] == []


def test_no_expected_file_is_left_over():
    expected = {path.name.removesuffix(".expected.txt") for path in (HERE / "bad").glob("*.expected.txt")}
    assert expected == {path.stem for path in BAD}


def test_the_document_that_the_bad_ones_vary_is_sound():
    assert [clause.ref for clause in read_document(SOUND, file="sound.yaml").clauses] == ["2.1", "2.2"]


@pytest.mark.parametrize(
    ("written", "kept"),
    [("1.10", "1.10"), ("1.1", "1.1"), ("'1.10'", "1.10"), ("007", "007"), ("2026-01-05", "2026-01-05")],
)
def test_a_number_that_is_a_name_stays_as_it_was_written(written, kept):
    text = SOUND.decode().replace("title: Social", f"version: {written}\ntitle: Social")
    assert read_document(text, file="sound.yaml").head.version == kept


@pytest.mark.parametrize("written", ["2026-09", "2026-9", "2026-09-30", "'2026-09'", "2028-02-29"])
def test_a_month_or_a_day_that_exists_is_read(written):
    text = SOUND.decode().replace("next_review: 2026-09", f"next_review: {written}")
    assert read_document(text, file="sound.yaml").head.next_review is not None


def test_a_supplement_may_name_clauses_of_its_trust():
    text = SOUND.decode().replace("'2.1:posters'", "'9.9'").replace("title:", "supplements: trust\ntitle:", 1)
    assert read_document(text, file="sound.yaml").head.supplements == "trust"
