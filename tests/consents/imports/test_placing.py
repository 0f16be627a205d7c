"""Which answer counts where a list has several about one pupil."""

from datetime import date

from gatepost.consents.imports.choices import Choices
from gatepost.consents.imports.opening import opened
from gatepost.consents.imports.placing import placed
from gatepost.consents.imports.pupils import OnRoll, Roll
from gatepost.consents.imports.understand import understood
from gatepost.detectors.upn import check_letter

UPN = check_letter("801200000001") + "801200000001"
ROLL = Roll([OnRoll(1, "Nia", "Hartley", upn=UPN, dob=date(2017, 3, 9))])


def place(*rows):
    text = "UPN,Consent Type,Status,Date,Given by\n" + "".join(f"{UPN},{row}\n" for row in rows)
    return placed(understood(opened(text.encode()), Choices(), today=date(2026, 11, 21)), ROLL, Choices())


def states(found):
    return sorted((slot.giver, said.state) for slot, said in found.answers.items())


def test_the_later_of_two_answers_counts():
    found = place("Photos on website,No,1/9/2026,", "Photos on website,Yes,2/9/2026,")
    assert (states(found), found.review) == ([("", "granted")], ())


def test_of_two_answers_without_a_day_the_no_counts_and_somebody_must_look():
    found = place("Photos on website,Yes,,", "Photos on website,No,,")
    assert (states(found), ["rows 2 and 3" in one.why for one in found.review]) == ([("", "refused")], [True])


def test_a_no_by_another_type_to_the_same_thing_counts():
    found = place("Photos on website,Yes,2/9/2026,", "Pictures: web pages,No,1/9/2026,")
    assert states(found) == [("", "refused")]


def test_two_parents_have_a_word_each():
    found = place("Photos on website,Yes,2/9/2026,Carol Hartley", "Photos on website,No,1/9/2026,Dai Hartley")
    assert states(found) == [("carol hartley", "granted"), ("dai hartley", "refused")]


def test_somebody_who_stands_in_an_unclear_row_is_perhaps_not_missing():
    text = "UPN,Legal Forename,Legal Surname,Consent Type,Status\n,Nia,Hartley,Photos on website,Yes\n"
    found = placed(understood(opened(text.encode()), Choices(), today=date(2026, 11, 21)), ROLL, Choices())
    assert (found.keys, found.perhaps) == ({}, frozenset({1}))
