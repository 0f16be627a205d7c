"""Online searches on people."""

import pytest

from gatepost.policy.controls.candidate_checks import OnlineSearch
from tests.policy.controls.tables import cases, names, said

TABLE = (
    (
        OnlineSearch(subjects=("candidate",)),
        {
            "action: online_search, subject: {role: candidate}": "allow",
            "action: online_search, subject: {role: teacher}": "",
            "action: record_check_outcome, subject: {role: candidate}": "",
        },
    ),
    (
        OnlineSearch(subjects=("staff", "governor"), recorded=True),
        {
            "action: record_check_outcome, subject: {role: teacher}": "allow",
            "action: record_check_outcome, subject: {role: candidate}": "",
            "action: online_search, subject: {role: teacher}": "",
        },
    ),
)


@pytest.mark.parametrize(("control", "facts", "expected"), cases(TABLE), ids=names(TABLE))
def test_a_search_is_made_on_the_people_named(control, facts, expected):
    assert said(control, facts) == expected
