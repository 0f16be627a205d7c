"""Events read as sentences, also those that this version does not know."""

import pytest

from gatepost.audit.kinds import needs, sentence

READS = {
    "with facts": ("school.added", {"school": "Brookfield"}, "Ben added Brookfield."),
    "without facts": ("post.drafted", {}, "Ben started a draft."),
    "a fact that is missing": ("school.added", {}, "Ben added …."),
    "a fact with braces in it": ("school.added", {"school": "{who}"}, "Ben added {who}."),
    "a kind of a later version": ("school.closed", {"school": "Brookfield"}, "Ben: school.closed."),
}


@pytest.mark.parametrize(("kind", "facts", "says"), READS.values(), ids=READS)
def test_an_event_is_a_sentence(kind, facts, says):
    assert sentence(kind, who="Ben", facts=facts) == says


def test_a_sentence_needs_its_facts_and_not_who():
    assert needs("role.given") == {"person", "role"}
