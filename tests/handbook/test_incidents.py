"""Which policies say who speaks during an incident."""

import pytest

from gatepost import library
from gatepost.handbook.incidents import has_incident_mode, incident_clauses

CLAUSES = {"southport": ("5.sensitive.b7",), "littleover": ("5.sensitive.b7",)}


@pytest.mark.parametrize("policy", library.IDS)
def test_a_policy_has_the_mode_where_a_clause_says_so(policy):
    assert incident_clauses(library.compiled(policy)) == CLAUSES.get(policy, ())


@pytest.mark.parametrize("policy", library.IDS)
def test_the_mode_is_there_or_not(policy):
    assert has_incident_mode(library.compiled(policy)) is (policy in CLAUSES)
