"""Who answered."""

import pytest

from gatepost.consents.imports.givers import has_responsibility, kind_of, says_pupil

SAID = [
    ("Carol Hartley", "Mother", "parent"),
    ("", "Foster carer", "parent"),
    ("Carol Hartley", "", "parent"),
    ("Student", "", "pupil"),
    ("Nia Hartley", "Self", "pupil"),
    ("Nia Hartley", "", "pupil"),
    ("Student’s mother", "", "parent"),
    ("", "", ""),
]


@pytest.mark.parametrize(("given_by", "relationship", "kind"), SAID)
def test_who_answered_is_told_by_name_or_relationship(given_by, relationship, kind):
    assert kind_of(given_by=given_by, relationship=relationship, names=("Nia Hartley",)) == kind


SCHOOL = [("School office", ""), ("Office", ""), ("Admin", ""), ("Jo Mason", "Staff"), ("Class teacher", ""),
          ("School office", "Contact"), ("", "School")]  # fmt: skip
NOT_SCHOOL = [("Mum, by telephone to the office", ""), ("Carol Hartley", "Mother"), ("Ida Schooling", ""),
              ("Jo Mason", "Carer, told staff")]  # fmt: skip


@pytest.mark.parametrize(("given_by", "relationship"), SCHOOL)
def test_the_school_itself_is_no_parent(given_by, relationship):
    assert kind_of(given_by=given_by, relationship=relationship) == "other"


@pytest.mark.parametrize(("given_by", "relationship"), NOT_SCHOOL)
def test_a_parent_whom_the_school_wrote_down_is_one(given_by, relationship):
    assert kind_of(given_by=given_by, relationship=relationship) == "parent"


NAMES = {"names": ("Nia Foster-Lund", "Ňía Lund"), "firsts": ("Nia Grace", "")}
OWN = ["Nia Foster-Lund", "FOSTER-LUND, Nia", "foster lund nia", "Lund, Nia", "Nia  lund", "Miss Nia Lund",
       "Nia May Lund", "Nia", "nia grace"]  # fmt: skip
NOT_OWN = ["Carol Lund", "Lund", "Niamh Lund", "Nia Hartley", "Grace", "Nia-Mae", "C Lund", "Mr Lund"]


@pytest.mark.parametrize("given_by", OWN)
def test_the_pupils_own_name_however_it_is_written_says_that_the_pupil_answered(given_by):
    kinds = [kind_of(given_by=given_by, relationship=related, **NAMES) for related in ("", "Contact", "Mother")]
    assert kinds == ["pupil", "pupil", "parent"]


@pytest.mark.parametrize("given_by", NOT_OWN)
def test_a_name_that_is_only_like_the_pupils_is_anothers(given_by):
    assert kind_of(given_by=given_by, relationship="", **NAMES) == "parent"


BY_PUPIL = [("", "", "pupil"), ("Nia Lund", "", "pupil"), ("Carol Lund", "", "other"), ("", "Mother", "other"),
            ("Carol Lund", "Mother", "other"), ("Carol Lund", "Self", "pupil")]  # fmt: skip


@pytest.mark.parametrize(("given_by", "relationship", "kind"), BY_PUPIL)
def test_a_column_may_say_that_the_pupil_answered_unless_another_names_somebody_else(given_by, relationship, kind):
    assert kind_of(given_by=given_by, relationship=relationship, by_pupil=True, **NAMES) == kind


@pytest.mark.parametrize(("cell", "said"), [("Yes", True), ("TRUE", True), ("Student", True), ("No", False),
                                            ("", False), ("-", False), ("Guardian", False)])  # fmt: skip
def test_whether_the_pupil_answered_is_read_from_a_column_of_its_own(cell, said):
    assert says_pupil(cell) is said


@pytest.mark.parametrize(("text", "held"), [("Yes", True), ("n", False), ("", None), ("ask", None)])
def test_parental_responsibility_is_unknown_where_nobody_says(text, held):
    assert has_responsibility(text) is held
