"""Yes and no in the words of systems."""

import pytest

from gatepost.consents.imports.words import state_of, turned

WORDS = {
    "granted": [*"Yes y TRUE 1 Consented given Granted agreed approved".split(), "Consent given", " yes. "],
    "refused": [*"No n FALSE 0 Declined Rejected refused denied".split(), "Not Granted", "consent not given"],
    "withdrawn": ["Withdrawn", "REVOKED"],
    "unknown": ["", "  ", "Requested", "Pending", "no response", "awaiting", "-"],
    None: ["Maybe", "n/a", "x", "yes but not faces", "ask mum", "2"],
}


@pytest.mark.parametrize(("state", "word"), [(state, word) for state, words in WORDS.items() for word in words])
def test_a_word_means_what_schools_mean_by_it(state, word):
    assert state_of(word, chosen={}) == state


def test_what_somebody_chose_comes_first():
    assert state_of("Ask  Mum", chosen={"ask mum": "refused"}) == "refused"


def test_a_blank_is_never_a_yes_whatever_was_chosen():
    assert state_of("", chosen={"": "granted"}) == "unknown"


def test_a_column_that_asks_the_other_way_round_turns_yes_and_no_alone():
    assert [turned(one) for one in ("granted", "refused", "withdrawn", "unknown")] == [
        "refused", "granted", "withdrawn", "unknown",
    ]  # fmt: skip
