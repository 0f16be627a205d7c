"""Paragraph numbers that belong to another edition."""

import pytest

from tests.policy.lint.known_law import messages, remarks

RULE = "old-paragraph"


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("See KCSIE 2024, in particular para 133, 134-151.", "error"),
        ("Keeping Children Safe in Education 2025, paragraphs 135 and 137, applies.", "error"),
        ("Paragraph 12 of KCSIE asks for this.", "warning"),
    ],
)
def test_a_number_of_an_old_or_unnamed_edition_is_reported(text: str, severity: str) -> None:
    assert [finding.severity for finding in remarks(text, rule=RULE)] == [severity]


@pytest.mark.parametrize(
    "text", ["Paragraph 165 of KCSIE 2026.", "See paragraph 3 of this policy.", "KCSIE 2024 applies."]
)
def test_a_number_of_the_edition_in_force_or_of_something_else_is_left_alone(text: str) -> None:
    assert messages(text, rule=RULE) == ""


def test_where_a_paragraph_went_is_told_as_far_as_it_is_known() -> None:
    (finding,) = remarks("KCSIE 2024, para 133, 134-151.", rule=RULE)
    assert "135 is now 165" in finding.hint
