"""Claims."""

import pytest

from gatepost.policy.facts import Found
from tests.policy.controls.baseline.drafts import outcomes, post, reasons

BEST = (Found("claim", 2, 6),)
CLAIMS = {
    "found": ({"found": BEST}, ["required"]),
    "found twice": ({"found": (*BEST, Found("claim", 8, 12))}, ["required", "required"]),
    "said to have none without a source": ({"found": BEST, "claims": False}, []),
    "said to have one": ({"claims": True}, ["required"]),
    "none": ({}, []),
    "something else found": ({"found": (Found("political", 2, 6),)}, []),
    "on a person's own account": ({"found": BEST, "account": "personal"}, []),
}


@pytest.mark.parametrize(("facts", "expected"), CLAIMS.values(), ids=CLAIMS)
def test_a_claim_needs_its_source(facts, expected):
    assert outcomes(post(**facts), "content.claims") == expected


def test_the_author_is_asked_for_the_source_where_the_claim_stands():
    (reason,) = reasons(post(found=BEST), "content.claims")
    assert (reason.where.as_json(), reason.fixes[0].role) == ([2, 6], "author")
