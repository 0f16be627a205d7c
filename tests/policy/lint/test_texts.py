"""Whole texts against golden files.

GATEPOST_WRITE_GOLDEN=1 writes the golden files anew: read the difference before committing.
"""

import os
from datetime import date
from pathlib import Path

import pytest

from gatepost.policy.lint import LintFinding, lint_text
from tests.policy.lint.known_law import LAW

TEXTS = Path(__file__).parent / "texts"
NAMES = sorted(each.stem for each in TEXTS.glob("*.txt") if not each.stem.endswith(".expected"))
TODAY = date(2026, 11, 21)


def linted(name: str) -> tuple[LintFinding, ...]:
    text = (TEXTS / f"{name}.txt").read_text(encoding="utf-8")
    return lint_text(text, today=TODAY, law=LAW, name=name)


@pytest.mark.parametrize("name", NAMES)
def test_a_text_gets_the_remarks_in_its_golden_file(name: str) -> None:
    golden = TEXTS / f"{name}.expected.txt"
    rendered = "\n\n".join(str(finding) for finding in linted(name)) + "\n"
    if os.environ.get("GATEPOST_WRITE_GOLDEN"):
        golden.write_text(rendered, encoding="utf-8")
    assert rendered == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["nothing-but-notes", "near-misses"])
def test_a_text_in_good_order_gets_nothing_above_a_note(name: str) -> None:
    assert [str(finding) for finding in linted(name) if finding.severity != "note"] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_quotation_is_never_longer_than_eight_words(name: str) -> None:
    assert all(len(finding.words.removesuffix(" …").split()) <= 8 for finding in linted(name))
