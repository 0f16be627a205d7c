"""Whole texts against golden files.

GATEPOST_WRITE_GOLDEN=1 writes the golden files anew: read the difference before committing.
"""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatepost.policy.lint import RULES, LintFinding, lint_text
from tests.policy.lint.known_law import LAW, TODAY

TEXTS = Path(__file__).parent / "texts"
NAMES = sorted(each.stem for each in TEXTS.glob("*.txt") if not each.stem.endswith(".expected"))


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


def test_between_them_the_texts_make_every_rule_speak() -> None:
    silent = set(RULES) - {finding.rule for name in NAMES for finding in linted(name)}
    assert silent == {"limits"}  # which speaks of the day and the law, not of the text


def test_the_gravest_remarks_come_first() -> None:
    gravity = {"error": 0, "warning": 1, "note": 2}
    ranks = [gravity[finding.severity] for finding in linted("overdue-month")]
    assert ranks == sorted(ranks)


def test_without_a_day_nothing_that_needs_one_is_judged() -> None:
    text = (TEXTS / "overdue-month.txt").read_text(encoding="utf-8")
    found = {finding.rule for finding in lint_text(text, today=None, law=LAW)}
    assert "limits" in found
    assert not found & {"review-overdue", "platform-gone", "guidance-gap", "changed-law"}


@given(st.text(max_size=400))
def test_no_text_makes_lint_raise(text: str) -> None:
    assert all(finding.where.line >= 1 for finding in lint_text(text, today=TODAY, law=LAW))


PIECES = [
    "Next review: ",
    "31/02/2026",
    "May 2026",
    "\n",
    "\t",
    "[",
    "]",
    "(1) ",
    "KCSIE 2024 para 135",
    "every two years",
    "X",
    "**",
]


@given(st.lists(st.sampled_from([*PIECES, "policy will be reviewed ", "must not WhatsApp", "- ", ". "]), max_size=30))
def test_no_mixture_of_what_the_rules_look_for_makes_lint_raise(pieces: list[str]) -> None:
    assert all(finding.hint for finding in lint_text("".join(pieces), today=TODAY, law=LAW))


@pytest.mark.parametrize("letter", ["\n", " ", "[ delete ", "review ", "\t", "(", "policy and the register ", "1 "])
def test_a_long_monotonous_text_is_read_in_time_that_grows_with_its_length(letter: str) -> None:
    assert lint_text(letter * 20_000, today=TODAY, law=LAW)
