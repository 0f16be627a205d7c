"""Every outcome can be said of every kind of situation, in the words that the kind knows."""

import pytest

from gatepost.policy.outcomes import KINDS, OUTCOMES, RANK, fitted

FITTED = {
    ("report", "question"): "required",
    ("delete", "question"): "block",
    ("report", "report"): "report",
    ("report", "lifecycle"): "no_action",
    ("overdue", "post"): "no_action",
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("outcome", OUTCOMES)
def test_an_outcome_is_one_that_the_kind_knows(outcome, kind):
    assert fitted(outcome, kind) in RANK[kind]


@pytest.mark.parametrize(("said", "fits"), FITTED.items())
def test_an_outcome_of_another_kind_is_said_in_this_kinds_words(said, fits):
    assert fitted(*said) == fits
