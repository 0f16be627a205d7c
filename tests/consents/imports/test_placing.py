"""Which answer counts where a list has several about one pupil."""

from datetime import date

import pytest

from gatepost.consents.imports.choices import Choices
from gatepost.consents.imports.opening import opened
from gatepost.consents.imports.placing import placed
from gatepost.consents.imports.pupils import OnRoll, Roll
from gatepost.consents.imports.understand import understood
from gatepost.consents.relations import relation_of
from gatepost.detectors.upn import check_letter

UPN = check_letter("801200000001") + "801200000001"
ROLL = Roll([OnRoll(1, "Nia", "Hartley", upn=UPN, dob=date(2017, 3, 9))])


def place(*rows, head="UPN,Consent Type,Status,Date,Given by"):
    text = f"{head}\n" + "".join(f"{UPN},{row}\n" for row in rows)
    return placed(understood(opened(text.encode()), Choices(), today=date(2026, 11, 21)), ROLL, Choices())


def states(found):
    return sorted((slot.giver, said.state) for slot, said in found.answers.items())


def test_the_later_of_two_answers_of_one_person_counts():
    found = place("Photos on website,No,1/9/2026,Carol Hartley", "Photos on website,Yes,2/9/2026,Carol Hartley")
    assert (states(found), found.review) == ([("carol hartley", "granted")], ())


def test_a_pupil_may_think_again():
    found = place("Photos on website,No,1/9/2026,Pupil", "Photos on website,Yes,2/9/2026,Pupil")
    assert (states(found), found.review) == ([("", "granted")], ())


@pytest.mark.parametrize("giver", ["Nia Hartley", "Hartley, Nia", "Nia", "HARTLEY Nia"])
def test_a_pupils_own_yes_is_never_a_parents(giver):
    rows = f'Photos on website,Yes,1/9/2026,"{giver}",', "Photos on website,Yes,1/9/2026,,Yes"
    head = "UPN,Consent Type,Status,Date,Given by,Consented by student"
    assert [slot.kind for row in rows for slot in place(row, head=head).answers] == ["pupil", "pupil"]


def test_what_the_school_itself_answered_makes_it_nobodys_contact():
    (slot,) = place("Photos on website,Yes,1/9/2026,School office").answers
    assert (slot.kind, slot.giver) == ("other", "")


@pytest.mark.parametrize("giver", ["", "Parent", "Mother", "Foster carer", "Mrs", "Mrs Hartley", "C Hartley"])
def test_a_later_yes_of_perhaps_another_person_takes_no_no_back_and_somebody_must_look(giver):
    found = place(f"Photos on website,No,1/9/2026,{giver}", f"Photos on website,Yes,2/9/2026,{giver}")
    assert ([state for _, state in states(found)], len(found.review)) == (["refused"], 1)


def test_a_later_no_needs_nobody_to_look():
    found = place("Photos on website,Yes,1/9/2026,", "Photos on website,No,2/9/2026,")
    assert (states(found), found.review) == ([("", "refused")], ())


@pytest.mark.parametrize(("one", "other"), [("Mother", "Father"), ("Mr", "Mrs"), ("Smith", "Hartley"), ("", "Father")])
def test_two_parents_without_a_name_have_a_word_each(one, other):
    found = place(f"Photos on website,No,1/9/2026,{one}", f"Photos on website,Yes,2/9/2026,{other}")
    told = {slot.relation: said.state for slot, said in found.answers.items()}
    assert told == {relation_of(one): "refused", relation_of(other): "granted"}


def test_a_column_of_relationships_alone_tells_two_parents_apart():
    head = "UPN,Consent Type,Status,Date,Relationship"
    found = place("Photos on website,No,1/9/2026,Mother", "Photos on website,Yes,2/9/2026,Father", head=head)
    assert [(slot.relation, said.state) for slot, said in found.answers.items()] == [
        ("mother", "refused"), ("father", "granted"),
    ]  # fmt: skip


def test_two_parents_of_one_written_name_are_told_apart_by_who_they_are():
    head = "UPN,Consent Type,Status,Date,Given by,Relationship"
    rows = ("Photos on website,No,1/9/2026,Jo Hartley,Mother", "Photos on website,Yes,2/9/2026,Jo Hartley,Father")
    found = place(*rows, head=head)
    assert (states(found), len(found.review)) == ([("jo hartley", "refused")], 1)


@pytest.mark.parametrize(("responsible", "kind"), [("No", "other"), ("Yes", "parent"), ("", "parent")])
def test_somebody_without_a_name_and_without_parental_responsibility_answers_as_no_parent(responsible, kind):
    head = "UPN,Consent Type,Status,Relationship,Parental responsibility"
    found = place(f"Photos on website,Yes,Mother,{responsible}", head=head)
    assert [slot.kind for slot in found.answers] == [kind]


def test_what_a_list_says_of_somebody_without_a_name_is_kept_with_the_answer():
    head = "UPN,Consent Type,Status,Given by,Relationship"
    (said,) = place("Photos on website,No,Smith,Mother", head=head).answers.values()
    assert said.relationship == "Smith, Mother"


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
