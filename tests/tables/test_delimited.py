"""Text in columns."""

import pytest

from gatepost.consents.imports.columns import known
from gatepost.tables.delimited import lines_of
from gatepost.tables.refused import Unreadable


def cells(text, **given):
    return [line.cells for line in lines_of(text, known=lambda row: known(row, frozenset()), **given)]


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_what_parts_the_columns_is_found_out(sign):
    assert cells(f"UPN{sign}Surname\nA1{sign}Hartley\n")[1] == ("A1", "Hartley")


def test_more_commas_than_semicolons_do_not_mislead():
    text = "UPN;Surname;Note\nA1;Hartley;a, b, c, d, e\nA2;Nowak;f, g, h, i, j\n"
    assert cells(text)[2] == ("A2", "Nowak", "f, g, h, i, j")


def test_what_somebody_chose_parts_the_columns():
    assert cells("UPN;Surname\nA1;H,y\n", delimiter=",")[1] == ("A1;H", "y")


def test_a_line_break_in_quotation_marks_is_part_of_the_cell():
    assert cells('UPN,Surname,Note\nA1,Hartley,"first\nsecond"\nA2,Nowak,x\n')[1:] == [
        ("A1", "Hartley", "first\nsecond"),
        ("A2", "Nowak", "x"),
    ]


def test_the_line_by_which_excel_is_told_the_separator_is_obeyed():
    assert cells("sep=;\nUPN;Surname\nA1;Hartley\n")[-1] == ("A1", "Hartley")


def test_rows_are_numbered_as_a_spreadsheet_shows_them():
    found = lines_of("Report\n\nUPN,Surname\n\nA1,Hartley\n", known=lambda row: known(row, frozenset()))
    assert [line.number for line in found] == [1, 3, 5]


def test_a_quotation_mark_that_is_never_closed_swallows_no_row():
    with pytest.raises(Unreadable, match=r"Row \d+ .*quotation mark"):
        cells('UPN,Surname\nA1,"Hartley\nA2,Nowak\nA3,No\n')


def test_zeros_kept_by_an_equals_sign_stay():
    assert cells('UPN,Adno\nA1,"=""00123"""\n')[1] == ("A1", "00123")
