"""Private details of people, as a person names them in a situation."""

import pytest

from gatepost.library import BASELINE, IDS, compiled
from gatepost.policy import evaluate, parse_situation

NAMED = [(["phone"], "block"), (["phone", "upn"], "block"), (["name"], "allow"), ([], "allow")]


@pytest.mark.parametrize("policy", IDS)
@pytest.mark.parametrize(("named", "answer"), NAMED)
def test_a_post_with_private_details_in_it_is_not_lawful(policy, named, answer):
    data = {"kind": "post", "facts": {"channel": "facebook", "people": [], "media": [], "personal_data": named}}
    verdict = evaluate([compiled(policy), compiled(BASELINE)], parse_situation(data))
    assert verdict.answers["lawful"] == answer
