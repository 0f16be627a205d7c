"""A numbered heading without a sibling."""

import pytest

from tests.policy.lint.known_law import messages

RULE = "stray-number"


@pytest.mark.parametrize("text", ["(1) Who answers", "Rules\n  (a) Be kind\nEnd"])
def test_a_number_that_stands_alone_is_reported(text: str) -> None:
    assert "nothing is numbered" in messages(text, rule=RULE)


@pytest.mark.parametrize(
    "text", ["(1) Ask\n(2) Post", "Ask (1) first", "(a) Ask\nthen (b) post", "(i) Ask\n(ii) Post", "1. Ask"]
)
def test_a_number_with_a_sibling_or_inside_a_line_is_left_alone(text: str) -> None:
    assert messages(text, rule=RULE) == ""
