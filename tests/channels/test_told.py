"""What an answer says in words: there are words for every outcome, and none promises what is not known."""

import pytest

from gatepost.channels.told import ACCESS, ACCOUNTS, QUESTIONS
from gatepost.policy.facts import FIELDS
from gatepost.policy.outcomes import ORDER

MILD = {"allow", "no_action", "no_rule", "advise_against", "required"}


def test_every_outcome_of_a_wish_for_access_has_words():
    assert set(ORDER["access"]) == set(ACCESS)


def test_every_outcome_that_stops_an_account_has_words_of_its_own():
    assert set(ORDER["account"]) - MILD <= set(ACCOUNTS)


@pytest.mark.parametrize("fact", QUESTIONS)
def test_every_question_is_about_a_fact_that_policies_know(fact):
    assert fact in FIELDS
    assert QUESTIONS[fact].endswith("?")


def test_only_what_is_settled_looks_clear():
    assert {state for state, words in ACCOUNTS.items() if words.tone == "clear"} == {"official", "listed"}
    assert {state for state, words in ACCESS.items() if words.tone == "clear"} == {"allow", "no_action"}
