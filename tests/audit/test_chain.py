"""A line's digest changes with each of its parts, and with nothing else."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from gatepost.audit.chain import START, Line, digest_of


@dataclass(frozen=True)
class Told:
    """A line without a database."""

    trust: str = "ashgrove"
    number: int = 1
    kind: str = "trust.founded"
    at: datetime = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
    actor_kind: str = "system"
    actor_ref: str = "gatepost"
    actor_name: str = "Gatepost"
    school: str = ""
    subject: str = "trust:1"
    facts: Any = field(default_factory=lambda: {"trust": "Ashgrove", "n": 1})
    previous: str = START


CHANGES = {
    "trust": "other", "number": 2, "kind": "school.added", "at": Told.at + timedelta(microseconds=1),
    "actor_kind": "key", "actor_ref": "7", "actor_name": "Ben", "school": "a", "subject": "trust:2",
    "facts": {"trust": "Ashgrove", "n": 2}, "previous": "1" * 64,
}  # fmt: skip


def test_every_part_of_a_line_is_tried():
    assert set(CHANGES) == set(Line.__annotations__)


@pytest.mark.parametrize("part", CHANGES)
def test_another_part_gives_another_digest(part):
    assert digest_of(replace(Told(), **{part: CHANGES[part]})) != digest_of(Told())


SAME = {
    "facts in another order": {"facts": {"n": 1, "trust": "Ashgrove"}},
    "the same moment in another zone": {"at": Told.at.astimezone(timezone(timedelta(hours=5)))},
}


@pytest.mark.parametrize("change", SAME.values(), ids=SAME)
def test_what_means_the_same_has_the_same_digest(change):
    assert digest_of(replace(Told(), **change)) == digest_of(Told())


def test_the_digest_is_what_it_was_when_the_first_lines_were_written():
    assert digest_of(Told()) == "dad436de2cb99bf89ff134116331588a50067d888204306c2a590c515bba2e44"
