"""Whom a name in a table of accounts means: a title may be left out on either side, and nothing is guessed."""

import pytest

from gatepost.channels.exchange.people import NotMeant, Staff
from gatepost.schools.models import Person


def named(cell, *names):
    """Everybody whom a cell means where these people work at the trust."""
    people = [Person(pk=n, name=name, email=f"p{n}@brookfield.example") for n, name in enumerate(names)]
    return [who.name for who in Staff(people, held=frozenset(), posting=frozenset()).all_in(cell)]


@pytest.mark.parametrize(
    ("cell", "name"),
    [("Rhys Bevan", "Mr Rhys Bevan"), ("Mr Rhys Bevan", "Rhys Bevan"), ("MR. RHYS  BEVAN", "Mr Rhys Bevan"),
     ("Dame Ada Quill", "Ada Quill"), ("Ada Quill", "Prof. Ada Quill"), ("Reverend Ada Quill", "Rev Ada Quill"),
     ("Drew Hale", "Drew Hale"), ("Missy Lane", "Missy Lane")],
)  # fmt: skip
def test_a_title_is_not_needed_on_either_side(cell, name):
    assert named(cell, name, "Mx Jo Fenn") == [name]


def test_several_in_one_cell_are_each_found_without_their_titles():
    assert named("Rhys Bevan and Jo Fenn", "Mr Rhys Bevan", "Mx Jo Fenn") == ["Mr Rhys Bevan", "Mx Jo Fenn"]


def test_of_two_who_may_be_meant_none_is_guessed():
    with pytest.raises(NotMeant, match="More than one person in People is called “Rhys Bevan”"):
        named("Rhys Bevan", "Mr Rhys Bevan", "Dr Rhys Bevan")


def test_whoever_has_another_title_is_somebody_else():
    assert named("Mrs R Hale", "Mr R Hale", "Mrs R Hale") == ["Mrs R Hale"]
    with pytest.raises(NotMeant, match="neither a role nor the name of somebody in People"):
        named("Mrs R Hale", "Mr R Hale")
