"""Reading the dated data."""

from datetime import date

import pytest

from gatepost.policy.lint import UnableToReadLaw, read_law
from tests.policy.lint.known_law import LAW

ENTRY = "checked: 2026-11-21\ninstruments:\n  - {name: N, since: 2020-01-01, source: P, note: n, patterns: [a]}\n"


def test_the_shipped_data_say_when_they_were_checked() -> None:
    assert LAW.checked == date(2026, 11, 21)


@pytest.mark.parametrize("section", ["guidance", "instruments", "platforms", "practices", "topics", "live_platforms"])
def test_the_shipped_data_fill_every_section(section: str) -> None:
    assert getattr(LAW, section)


def test_every_shipped_entry_has_a_reason_and_a_hint() -> None:
    entries = [*LAW.instruments, *LAW.platforms, *LAW.practices, *LAW.topics]
    assert [each.name for each in entries if not (each.note and each.status and each.patterns)] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "when they were `checked`"),
        ("checked: soon", "not a day"),
        ("- 1", "must be a mapping"),
        ("{", "not YAML"),
        (ENTRY.replace("source: P", "source: Q"), "instruments, entry 1: source 'Q'"),
        (ENTRY.replace("2020-01-01", "lately"), "instruments, entry 1: 'lately' is not a day"),
        (ENTRY.replace("[a]", "['(']"), "instruments, entry 1"),
        (ENTRY.replace("note: n, ", ""), "instruments, entry 1: 'note'"),
        (ENTRY.replace("note: n", "note: n, severity: grave"), "severity 'grave'"),
        (ENTRY.replace("instruments:\n  - ", "guidance:\n  - "), "guidance, entry 1"),
    ],
)
def test_data_that_cannot_be_used_are_refused_by_entry(text: str, said: str) -> None:
    with pytest.raises(UnableToReadLaw) as refused:
        read_law(text)
    assert said in str(refused.value)


def test_the_edition_in_force_depends_on_the_day() -> None:
    (kcsie, *_) = LAW.guidance
    names = [kcsie.in_force(day) for day in (date(2020, 1, 1), date(2026, 8, 31), date(2026, 9, 1))]
    assert [each and each.name for each in names] == [None, "2025", "2026"]


def test_a_source_is_cited_with_its_mark_and_the_day_it_was_checked() -> None:
    assert LAW.ref("KCSIE 2026", "R") == "KCSIE 2026 [R, checked 2026-11-21]"
