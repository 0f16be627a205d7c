"""Online searches for candidates."""

import pytest

from tests.policy.controls.baseline.drafts import judged, outcomes

SEARCH = {"action": "online_search", "subject": {"role": "candidate", "shortlisted": True}}
EARLY = {"action": "online_search", "subject": {"role": "candidate", "shortlisted": False}}
UNSAID = {"action": "online_search", "subject": {"role": "candidate"}}
STAFF = {"action": "online_search", "subject": {"role": "staff"}}
FRIEND = {"action": "follow", "subject": {"role": "candidate", "shortlisted": True}}

TOLD = {
    "told": ({**SEARCH, "candidate_told": True}, ["allow"]),
    "given notice": ({**SEARCH, "notice_given": True}, ["allow"]),
    "not told": ({**SEARCH, "candidate_told": False}, ["required"]),
    "nothing said": (SEARCH, ["required"]),
    "told, and hidden from them": ({**SEARCH, "candidate_told": True, "search": {"covert": True}}, ["required"]),
    "a member of staff": (STAFF, []),
    "another act": (FRIEND, []),
}


@pytest.mark.parametrize(("facts", "expected"), TOLD.values(), ids=TOLD)
def test_candidates_are_told_before_a_search(facts, expected):
    assert outcomes(judged("question", facts), "staff.candidate_told") == expected


LISTED = {
    "shortlisted": (SEARCH, ["allow"]),
    "not shortlisted": (EARLY, ["block"]),
    "nothing said": (UNSAID, []),
    "a member of staff": (STAFF, []),
}


@pytest.mark.parametrize(("facts", "expected"), LISTED.values(), ids=LISTED)
def test_only_shortlisted_candidates_are_searched_for(facts, expected):
    assert outcomes(judged("question", facts), "staff.candidate_shortlisted") == expected


def test_whether_somebody_is_shortlisted_is_asked():
    assert judged("question", {**UNSAID, "candidate_told": True}).unknown == ("subject.shortlisted",)
