"""Year groups."""

import pytest

from gatepost.consents.imports.years import year_of

YEARS = {"6": 6, "Year 6": 6, "Yr 6": 6, "Y6": 6, "06": 6, "NC Year 6": 6, "Year Group 10": 10, "R": 0, "Reception": 0,
         "Year R": 0, "N1": None, "Nursery": None, "": None, "Year 40": None, "6AB": None}  # fmt: skip


@pytest.mark.parametrize(("text", "year"), YEARS.items())
def test_a_year_is_read_as_schools_write_it(text, year):
    assert year_of(text) == year
