"""The roll from OneRoster's files."""

from pathlib import Path

import pytest

from gatepost.consents.imports.oneroster import files_in, is_oneroster, oneroster
from gatepost.detectors.upn import check_letter
from gatepost.tables.refused import Unreadable

ZIP = (Path(__file__).parent / "files" / "oneroster.zip").read_bytes()
USERS = (
    "sourcedId,status,role,givenName,familyName,identifier,grades\n"
    "u1,,student,Nia,Hartley,0045,04\nt1,,teacher,Jo,Mason,,\n"
)


def test_students_are_read_with_their_class_and_day_of_birth():
    found = oneroster(files_in(ZIP))
    one = found.pupils[0]
    assert (len(found.pupils), one.fields["class_name"], one.fields["dob"].year, one.fields["year"]) == (
        8,
        "4JM",
        2017,
        4,
    )


def test_teachers_and_whoever_is_marked_deleted_are_left_out():
    assert {"Mason", "Long-Ago"} & {one.fields["legal_last"] for one in oneroster(files_in(ZIP)).pupils} == set()


def test_whoever_is_marked_deleted_is_told_by_every_number_also_without_a_role_or_a_name():
    row = "u2,toBeDeleted,,,,0046,,{upn:a801200012345}\n"
    found = oneroster({"users.csv": (USERS.replace("grades\n", "grades,userIds\n") + row).encode()})
    assert [(one.row, one.fields["mis_id"], one.fields["admission_no"], one.fields["upn"]) for one in found.gone] == [
        (4, "u2", "0046", "A801200012345")
    ]


@pytest.mark.parametrize("ids", ["{UPN:%s}", "{upn:%s}", "{Upn: %s }", '"{LA:7},{uPn:%s}"', '"{upn:%s}, {LA:7}"'])
def test_a_upn_among_other_numbers_is_read_however_it_is_called(ids):
    upn = check_letter("801200000001") + "801200000001"
    users = f"sourcedId,role,givenName,familyName,userIds\nu1,student,Nia,Hartley,{ids % upn}\n"
    assert [one.fields["upn"] for one in oneroster({"users.csv": users.encode()}).pupils] == [upn]


def test_the_file_of_users_alone_is_enough():
    data = USERS.encode()
    assert (is_oneroster(data), [one.fields["mis_id"] for one in oneroster(files_in(data)).pupils]) == (True, ["u1"])


def test_from_version_1_2_on_roles_stand_in_a_file_of_their_own():
    users = USERS.replace(",role,", ",x,").replace(",student,", ",,").replace(",teacher,", ",,")
    roles = "sourcedId,userSourcedId,role\nr1,u1,student\nr2,t1,teacher\n"
    found = oneroster({"users.csv": users.encode(), "roles.csv": roles.encode()})
    assert [one.fields["legal_first"] for one in found.pupils] == ["Nia"]


def test_files_without_users_are_refused():
    with pytest.raises(Unreadable, match=r"no users\.csv"):
        oneroster({"classes.csv": b"sourcedId\nc1\n"})


def test_an_ordinary_list_is_not_taken_for_oneroster():
    assert not is_oneroster(b"UPN,Surname\nA1,Hartley\n")
