"""The table of figures."""

import pytest

from bench.report import Asked, Result, table

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


@pytest.mark.parametrize(("asked", "met"), BOUNDS.values(), ids=BOUNDS)
def test_the_table_says_whether_it_is_met(asked, met):
    kept = {
        "date": "2026-11-21",
        "machine": {"cores": 2},
        "measurements": {"check": Result("check", {}, (asked,)).as_json()},
    }
    assert ("MISSED" in table(kept)) is not met


def test_every_figure_stands_in_the_table():
    figures = {"count": 12_345, "nested": {"inner": {"p99_us": 123.46}}}
    said = table(
        {"date": "2026-11-21", "machine": {}, "measurements": {"check": Result("check", figures, ()).as_json()}}
    )
    assert ("12,345" in said, "123.5" in said) == (True, True)
