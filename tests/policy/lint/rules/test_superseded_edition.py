"""Editions of guidance that no longer apply."""

from datetime import date

import pytest

from tests.policy.lint.known_law import messages, remarks

RULE = "superseded-edition"


@pytest.mark.parametrize(
    "text",
    [
        "KCSIE 2024",
        "KCSiE (2025)",
        "'Keeping Children Safe in Education 2024'",
        "Keeping Children Safe in Education **2024**",
        "Keeping Children Safe in Education (DfE, 2023)",
        "Keeping children safe in education (KCSIE) September 2025",
        "Keeping Children Safe\nin Education, 2025",
        "Working Together to Safeguard Children 2018",
        "RSHE guidance 2019",
    ],
)
def test_an_old_edition_is_reported_however_it_is_written(text: str) -> None:
    assert "is superseded" in messages(f"We follow {text}, as we should.", rule=RULE)


@pytest.mark.parametrize(
    "text",
    [
        "KCSIE 2026",
        "Keeping Children Safe in Education [Department for Education, 2026]",
        "Keeping Children Safe in Education",
        "KCSIE. In 2024 we opened a page.",
        "KCSIE and, since June 2024, our own rules",
        "Working Together to Safeguard Children 2023",
    ],
)
def test_the_edition_in_force_or_no_edition_is_left_alone(text: str) -> None:
    assert messages(f"We follow {text}.", rule=RULE) == ""


def test_an_edition_is_judged_by_the_day() -> None:
    assert messages("KCSIE 2025", rule=RULE, today=date(2026, 8, 31)) == ""
    assert "2026 edition applies since 1 September 2026" in messages("KCSIE 2025", rule=RULE, today=date(2026, 9, 1))


def test_an_edition_still_to_come_is_only_noted() -> None:
    assert [finding.severity for finding in remarks("KCSIE 2027", rule=RULE)] == ["note"]
