"""The roll from a list."""

from datetime import date

import pytest

from gatepost.consents.imports.choices import Choices
from gatepost.consents.imports.opening import opened
from gatepost.consents.imports.rolls import roll_in
from gatepost.detectors.upn import check_letter
from gatepost.tables.refused import Unreadable

UPN = check_letter("801200000001") + "801200000001"
HEAD = "upn,admission_no,legal_first,legal_last,preferred_first,preferred_last,year,class,dob,nicknames,kind\n"


def read(*rows, head=HEAD):
    return roll_in(opened((head + "".join(f"{row}\n" for row in rows)).encode()), Choices())


def test_a_row_of_the_roster_format_is_a_pupil():
    (one,) = read(f"{UPN},0045,Nia,Hartley,Ni,,R,RB,09/03/2022,Ninny,").pupils
    assert one.fields == {
        "upn": UPN, "admission_no": "0045", "legal_first": "Nia", "legal_last": "Hartley", "preferred_first": "Ni",
        "preferred_last": "", "year": 0, "class_name": "RB", "dob": date(2022, 3, 9), "nicknames": "Ninny",
    }  # fmt: skip


def test_staff_are_no_pupils():
    assert read(",,Jo,Mason,,,,,,,staff").pupils == ()


def test_a_wrong_upn_is_told_and_left_out():
    found = read(f"B{UPN[1:]},0045,Nia,Hartley,,,4,4JM,,,")
    assert ("upn" in found.pupils[0].fields, [one.row for one in found.errors]) == (False, [2])


def test_of_two_rows_with_one_number_the_second_is_an_error():
    found = read(f"{UPN},,Nia,Hartley,,,4,,,,", f"{UPN},,Nia,Hartley,,,4,,,,")
    assert (len(found.pupils), [(one.row, "row 2" in one.why) for one in found.errors]) == (1, [(3, True)])


def test_a_row_without_a_name_is_an_error():
    assert [one.row for one in read(f"{UPN},,,Hartley,,,,,,,", ",1,Nia,Hartley,,,,,,,").errors] == [2]


def test_what_systems_call_these_columns_is_known():
    found = read("Hartley,Nia,A4,Year 4", head="Legal Surname,Legal Forename,Adno,Year Group\n")
    assert found.pupils[0].fields["year"] == 4


def test_a_list_without_names_is_refused():
    with pytest.raises(Unreadable, match="legal last name"):
        read("x,Nia", head="UPN,Legal Forename\n")
