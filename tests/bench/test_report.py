"""The table of figures."""

import pytest

from bench.report import Asked, Result, table, with_table

BOUNDS = {
    "under what is allowed": (Asked("a", 0.9, "ms", at_most=1.0), True),
    "just what is allowed": (Asked("a", 1.0, "ms", at_most=1.0), True),
    "over what is allowed": (Asked("a", 1.01, "ms", at_most=1.0), False),
    "less than what is asked": (Asked("a", 49.9, "x", at_least=50), False),
    "as much as is asked": (Asked("a", 50, "x", at_least=50), True),
}


@pytest.mark.parametrize(("asked", "met"), BOUNDS.values(), ids=BOUNDS)
def test_a_figure_is_held_against_what_is_asked(asked, met):
    assert asked.met is met


def kept(figures, *asked):
    """A measurement as it is kept."""
    return {"check": {"date": "2026-11-21", "machine": {"cores": 2}, **Result("check", figures, asked).as_json()}}


@pytest.mark.parametrize(("asked", "met"), BOUNDS.values(), ids=BOUNDS)
def test_the_table_says_whether_it_is_met(asked, met):
    assert ("MISSED" in table(kept({}, asked))) is not met


def test_every_figure_stands_in_the_table():
    said = table(kept({"count": 12_345, "nested": {"inner": {"p99_us": 123.46}}}))
    assert ("12,345" in said, "123.5" in said) == (True, True)


def test_the_table_says_when_and_on_what():
    assert "measured 2026-11-21, on one core of: cores 2" in table(kept({}))


def test_the_page_keeps_all_but_its_figures():
    page = "# Title\n\n```text\nold\nfigures\n```\n\nAfter.\n"
    assert with_table(page, "new") == "# Title\n\n```text\nnew\n```\n\nAfter.\n"
