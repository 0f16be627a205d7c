"""Who somebody is to a pupil: what tells two apart, and what does not."""

import pytest

from gatepost.consents.relations import are_apart, is_name, is_sure_name, relation_of

APART = [("Mother", "Father"), ("Mum", "Dad"), ("Mrs", "Mr"), ("Parent 1", "Parent 2"), ("Smith", "Hartley"),
         ("Carer", "Mother"), ("Foster carer", "Mother"), ("Stepmother", "Mother")]  # fmt: skip
NOT_APART = [("Mother", "mum"), ("Parent", "Father"), ("", "Father"), ("Parent/Carer", "Parent or guardian"),
             ("Pupil’s mother", "Mother"), ("Legal guardian", "Guardian")]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), APART)
def test_different_words_are_different_people(one, other):
    assert are_apart(one, other)


@pytest.mark.parametrize(("one", "other"), NOT_APART)
def test_words_that_may_be_of_one_person_are_not_apart(one, other):
    assert not are_apart(one, other)


@pytest.mark.parametrize("said", ["", "Parent", "parent or carer", "Parents", "Parent/Guardian", "Contact"])
def test_what_any_parent_is_called_tells_nobody_apart(said):
    assert relation_of(said) == ""


NAMES = {"Jane Hartley": (True, True), "Mrs J. Hartley": (True, False), "Mrs Hartley": (True, False),
         "Dr Jane Hartley": (True, True), "Foster carer": (False, False), "Mr & Mrs": (False, False),
         "Mother": (False, False), "Hartley": (False, False), "Parent 1": (False, False), "Zoë Ó Sé": (True, True),
         "": (False, False)}  # fmt: skip


@pytest.mark.parametrize(("said", "told"), NAMES.items())
def test_a_name_is_told_from_a_description_and_from_half_a_name(said, told):
    assert (is_name(said), is_sure_name(said)) == told
