"""The row of names, below whatever stands above it."""

import pytest

from gatepost.consents.imports.opening import opened
from gatepost.tables.refused import Unreadable


def test_titles_above_the_names_are_passed_over_and_kept():
    table = opened(b"Consents,,\nYear 4,,\n\nUPN,Surname,Consent\nA1,Hartley,Photo\n")
    assert (table.columns, table.titles, len(table.lines)) == (
        ("UPN", "Surname", "Consent"), ("Consents", "Year 4"), 1,
    )  # fmt: skip


def test_a_line_that_counts_the_rows_is_no_pupil():
    assert len(opened(b"UPN,Surname,Status\nA1,Hartley,Yes\nTotal: 1,,\n").lines) == 1


def test_two_columns_of_one_name_are_refused_by_name():
    with pytest.raises(Unreadable, match="Two columns are called “UPN”"):
        opened(b"UPN,Surname,UPN\nA1,Hartley,A2\n")


def test_a_name_that_somebody_chose_a_meaning_for_counts():
    table = opened(b"Ref;Wert\nA1;Yes\n", columns=frozenset({"Ref", "Wert"}))
    assert table.columns == ("Ref", "Wert")
