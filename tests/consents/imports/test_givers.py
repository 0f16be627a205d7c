"""Who answered."""

import pytest

from gatepost.consents.imports.givers import has_responsibility, kind_of

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


@pytest.mark.parametrize(("text", "held"), [("Yes", True), ("n", False), ("", None), ("ask", None)])
def test_parental_responsibility_is_unknown_where_nobody_says(text, held):
    assert has_responsibility(text) is held
