"""Private details."""

import pytest

from gatepost.policy.facts import Found
from tests.policy.controls.baseline.drafts import outcomes, post, reasons

KINDS = {
    "a number": (["phone"], ["block"]),
    "a birthday": (["dob"], ["block"]),
    "a name": (["name"], []),
    "none": ([], []),
}


@pytest.mark.parametrize(("kinds", "expected"), KINDS.values(), ids=KINDS)
def test_private_details_stay_out(kinds, expected):
    assert outcomes(post(personal_data=kinds), "permission.details") == expected


def test_what_a_detector_found_is_shown_where_it_stands():
    (reason,) = reasons(post(found=(Found("phone", 5, 17),)), "permission.details")
    assert (reason.where.as_json(), reason.fixes[0].kind) == ([5, 17], "remove")


def test_a_claim_is_no_private_detail():
    assert outcomes(post(found=(Found("claim", 0, 4),)), "permission.details") == []


def test_what_a_person_has_judged_outweighs_what_was_found():
    assert outcomes(post(found=(Found("phone", 5, 17),), personal_data=[]), "permission.details") == []
