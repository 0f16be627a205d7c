"""A text with its typography folded and its offsets true."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatepost.policy.errors import Place
from gatepost.policy.lint.page import Mark, Page


@given(st.text())
def test_the_folded_text_is_as_long_as_the_text(text: str) -> None:
    assert len(Page(text).plain) == len(text)


def test_bold_and_curly_quotes_are_folded_away() -> None:
    assert (
        Page("staff **must** not “like” the school’s page–yet").plain
        == 'staff   must   not "like" the school\'s page-yet'
    )


@pytest.mark.parametrize(("offset", "line", "column"), [(0, 1, 1), (2, 1, 3), (3, 2, 1), (4, 3, 1), (6, 3, 3)])
def test_a_place_counts_lines_and_columns_from_one(offset: int, line: int, column: int) -> None:
    assert Page("ab\n\ncde", "p").place(offset) == Place("p", line, column)


def test_a_long_quotation_is_cut_to_eight_words() -> None:
    page = Page("one two three four five six seven eight nine")
    assert page.finding("r", "note", span=(0, len(page.text)), message="m", hint="h").words.endswith("eight …")


def test_a_page_made_from_a_document_gives_the_place_and_reference_of_the_clause() -> None:
    page = Page("one\ntwo", "d", (Mark(Place("d", 10), "1.p1"), Mark(Place("d", 20), "2.p1")))
    found = page.finding("r", "note", span=(4, 7), message="m", hint="h", refs=("law",))
    assert (found.where.line, found.refs) == (20, ("2.p1", "law"))
