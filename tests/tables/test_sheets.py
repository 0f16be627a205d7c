"""Lists that we hand back."""

import pytest

from gatepost.tables.sheets import csv_of, neutral


@pytest.mark.parametrize("cell", ["=1+1", "+44", "-2", "@SUM(A1)", "\tx", "  =cmd()"])
def test_no_spreadsheet_takes_a_cell_for_a_formula(cell):
    assert neutral(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["Hartley", "3/9/2026", "a=b", 7])
def test_an_ordinary_cell_stays_as_it_is(cell):
    assert neutral(cell) == str(cell)


def test_the_file_opens_with_its_letters_in_excel():
    assert csv_of(("name",), [("Zoë",)]) == "\ufeffname\r\nZoë\r\n".encode()
