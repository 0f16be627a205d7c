"""Law that was repealed, replaced in part, amended or misnamed."""

from datetime import date

import pytest

from tests.policy.lint.known_law import messages, remarks

RULE = "changed-law"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Regulation of Investigatory Powers Act 2000", "Investigatory Powers Act 2016 and SI 2018/356"),
        ("RIPA 2000 governs our monitoring", "no longer governs"),
        ("Malicious Communications Act 1988: Section 1", "replaced in part on 31 January 2024"),
        ("Communications Act 2003: Section 127", "replaced in part on 31 January 2024"),
        ("the UK General Data Protection Regulations", "named here in the plural"),
        ("the Data Protection Act 2018", "the Data (Use and Access) Act 2025"),
        ("the Data Protection Act 1998", "repealed"),
        ("Section 175 of the Education Act 2002", "maintained schools"),
        ("the Race Relations (Amendment) Act 2000", "Equality Act 2010"),
        ("Regulation (EU) 2016/679", "the UK GDPR does"),
    ],
)
def test_changed_law_is_reported_with_what_took_its_place(text: str, said: str) -> None:
    assert said in messages(f"We keep to {text}.", rule=RULE)


@pytest.mark.parametrize(
    "text",
    [
        "the Investigatory Powers Act 2016, which replaced the Regulation of Investigatory Powers Act 2000",
        "the Malicious Communications Act 1988, section 1, as amended",
        "the Malicious Communications Act 1988 and section 179 of the Online Safety Act 2023",
        "the Communications Act 2003",
        "the UK General Data Protection Regulation as amended",
        "the Data Protection Act 2018, as amended by the Data (Use and Access) Act 2025",
        "section 175 of the Education Act 2002, since we are a maintained school",
        "the Online Safety Act 2023, the Equality Act 2010 and the Defamation Act 2013",
        "the ripasso concert",
    ],
)
def test_law_in_force_or_put_right_is_left_alone(text: str) -> None:
    assert messages(f"We keep to {text}.", rule=RULE) == ""


def test_law_is_judged_by_the_day() -> None:
    assert messages("Malicious Communications Act 1988", rule=RULE, today=date(2024, 1, 30)) == ""
    assert messages("Malicious Communications Act 1988", rule=RULE, today=date(2024, 1, 31)) != ""


def test_later_mentions_are_listed_and_the_evidence_is_dated() -> None:
    (finding,) = remarks("RIPA\n\nand RIPA", rule=RULE)
    assert "Also on line 3." in finding.hint
    assert "[P, checked 2026-11-21]" in finding.refs[0]
