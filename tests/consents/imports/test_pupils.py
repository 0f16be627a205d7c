"""Who a row is about: by numbers, never by a name alone."""

from dataclasses import replace
from datetime import date

import pytest

from gatepost.consents.imports.pupils import OnRoll, Roll, Who
from gatepost.detectors.upn import check_letter


def upn(number):
    return check_letter(f"801200{number:06d}") + f"801200{number:06d}"


BORN = date(2016, 4, 2)
NIA, AISHA, BILAL, CAL = (
    OnRoll(1, "Nia", "Hartley", upn=upn(1), admission_no="000045", dob=date(2017, 3, 9)),
    OnRoll(2, "Aisha", "Rahman", upn=upn(2), mis_id="902", dob=BORN),
    OnRoll(3, "Bilal", "Rahman", upn=upn(3), mis_id="903", dob=BORN),
    OnRoll(4, "Callum", "Whitfield", "Cal", "Stone", upn=upn(4), dob=date(2015, 11, 5)),
)
IDA, TEMI = OnRoll(6, "Ida", "Lund", mis_id="906"), OnRoll(7, "Temi", "Bello", upn="T82012345678B", mis_id="907")
GONE = OnRoll(5, "Old", "Boy", upn=upn(5), left=True)
ROLL = Roll([NIA, AISHA, BILAL, CAL, IDA, TEMI, GONE])
hartley = {"legal_first": "Nia", "legal_last": "Hartley"}

FOUND = {
    "the UPN": ({"upn": upn(1)}, 1),
    "the UPN with spaces and small letters": ({"upn": f" {upn(1)[:4]} {upn(1)[4:].lower()} "}, 1),
    "the MIS ID": ({"mis_id": "902"}, 2),
    "the admission number": ({"admission_no": "000045"}, 1),
    "a UPN that the roll has not, and the MIS ID": ({"upn": upn(99), "mis_id": "906", "legal_first": "Ida"}, 6),
    "the UPN that follows a temporary one, and the MIS ID": ({"upn": upn(99), "mis_id": "907"}, 7),
    "the UPN, with a number and a first name that the roll has not": (
        {"upn": upn(4), "admission_no": "9", "legal_first": "Callie", "legal_last": "Whitfield"}, 4,
    ),
    "the UPN and an admission number without its zeros": ({"upn": upn(1), "admission_no": "45"}, 1),
    "a number whose zeros were lost, and the surname": ({"admission_no": "45", **hartley}, 1),
    "the UPN, with the name that the pupil goes by": ({"upn": upn(4), "legal_first": "Cal", "legal_last": "Stone"}, 4),
    "the UPN, with the surname changed": ({"upn": upn(1), "legal_first": "Nia", "legal_last": "Okafor"}, 1),
    "the UPN, with the name in one": ({"upn": upn(1), "name": "Hartley, Nia"}, 1),
}  # fmt: skip
NOT_FOUND = {
    "a name": (hartley, "The name alone fits", (1,)),
    "a name that nobody has": ({"legal_first": "Ada", "legal_last": "Kerr"}, "no number", ()),
    "a name and another day of birth": ({**hartley, "dob": "10/03/2017"}, "no number", ()),
    "a UPN that the roll has not, and a name": (
        {"upn": upn(99), "legal_first": "Ida", "legal_last": "Lund"}, "Nobody on the roll has its UPN. The name", (6,),
    ),
    "a UPN that is not the pupil's, beside the MIS ID": ({"upn": upn(99), "mis_id": "902"}, "another UPN", (2,)),
    "a sibling's UPN and name beside the admission number": (
        {"upn": upn(99), "admission_no": "000045", "legal_first": "Jan", "legal_last": "Hartley"}, "another UPN", (1,),
    ),
    "an admission number that is not the pupil's, beside the UPN": (
        {"upn": upn(1), "admission_no": "46"}, "another admission number", (1,),
    ),
    "a UPN that nobody has, and another first name": (
        {"upn": upn(99), "mis_id": "906", "legal_first": "Bo", "legal_last": "Lund"}, "Nobody has its UPN", (6,),
    ),
    "a name and a day of birth": ({**hartley, "dob": "09/03/2017"}, "say whether", (1,)),
    "the name and day of birth of a twin": (
        {"legal_first": "Aisha", "legal_last": "Rahman", "dob": "2/4/2016"}, "brother or sister", (2,),
    ),
    "a number whose zeros were lost, alone": ({"admission_no": "45"}, "Nobody on the roll", ()),
    "a number whose zeros were lost, and another surname": ({"admission_no": "45", "legal_last": "No"}, "Nobody", ()),
    "a UPN with a wrong letter": ({"upn": "B" + upn(1)[1:], **hartley}, "does not fit", (1,)),
    "a UPN that nobody has": ({"upn": upn(77), **hartley}, "Nobody on the roll has its UPN", ()),
    "two pupils' numbers": ({"upn": upn(2), "mis_id": "903"}, "different pupils", (2, 3)),
    "a UPN beside quite another name": ({"upn": upn(1), "legal_first": "Zo", "legal_last": "Li"}, "another name", (1,)),
    "a UPN of the other twin, by its first name and day": (
        {"upn": upn(2), "legal_first": "Yusuf", "legal_last": "Rahman", "dob": "1/1/2015"}, "another first name", (2,),
    ),
    "somebody who has left": ({"upn": upn(5)}, "not on the roll any more", (5,)),
    "nothing": ({}, "no number", ()),
}  # fmt: skip


@pytest.mark.parametrize(("said", "key"), FOUND.values(), ids=FOUND)
def test_a_pupil_is_found_by(said, key):
    assert ROLL.find(Who(**said)).key == key


@pytest.mark.parametrize(("said", "why", "like"), NOT_FOUND.values(), ids=NOT_FOUND)
def test_a_person_must_look_at(said, why, like):
    found = ROLL.find(Who(**said))
    assert (found.key, why in found.why, found.like) == (None, True, like)


def test_who_a_person_said_it_is_counts():
    assert [ROLL.find(Who(**hartley), said=one).key for one in (upn(1), "000045", "pupil:1")] == [1, 1, 1]


@pytest.mark.parametrize("said", ["Nia Hartley, born 9/3/2017", " nia hartley, BORN 9/3/2017"])
def test_who_a_person_chose_by_name_and_day_of_birth_counts(said):
    assert ROLL.find(Who(**hartley), said=said).key == 1


def test_two_who_cannot_be_told_apart_are_not_chosen():
    found = Roll([NIA, replace(NIA, key=9)]).find(Who(**hartley), said="Nia Hartley, born 9/3/2017")
    assert (found.key, "Several pupils are" in found.why) == (None, True)


def test_a_number_that_a_person_said_and_nobody_has_is_told():
    assert "A99" in ROLL.find(Who(**hartley), said="A99").why


def test_both_the_legal_name_and_the_one_that_is_used_are_shown():
    who = Who(legal_first="Callum", legal_last="Whitfield", preferred_first="Cal", preferred_last="Stone")
    assert who.called == "Callum Whitfield (goes by Cal Stone)"
